package io.portolan.app.callbacks;

import io.portolan.app.settings.ConditionalOnRole;
import io.portolan.app.settings.Role;
import io.portolan.domain.bank.CallbackVerification;
import io.portolan.operations.callbacks.CallbackReceiver;
import io.portolan.operations.callbacks.CallbackVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /callbacks/<sender>}: 204 for what is genuine, also when repeated; 401 for what is not; 400 for what cannot be read. */
@RestController
@ConditionalOnRole(Role.API)
public class CallbackEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackEndpoint.class);
    private static final int LONGEST_BODY = 64 * 1024;

    private final CallbackVerifiers verifiers;
    private final CallbackReceiver receiver;

    public CallbackEndpoint(CallbackVerifiers verifiers, CallbackReceiver receiver) {
        this.verifiers = verifiers;
        this.receiver = receiver;
    }

    @PostMapping("/callbacks/{sender}")
    ResponseEntity<Void> receive(@PathVariable String sender, HttpServletRequest request) throws IOException {
        Optional<CallbackVerifier> verifier = verifiers.find(sender);
        if (verifier.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return ResponseEntity.status(413).build();
        }
        return answer(
                sender,
                verifier.get().verify(pathOf(request), name -> Optional.ofNullable(request.getHeader(name)), body));
    }

    private ResponseEntity<Void> answer(String sender, CallbackVerification hint) {
        return switch (hint) {
            case CallbackVerification.Genuine genuine -> {
                receiver.receive(sender, genuine);
                yield ResponseEntity.noContent().build();
            }
            case CallbackVerification.Unauthenticated(String detail) -> reject(sender, 401, detail);
            case CallbackVerification.Malformed(String detail) -> reject(sender, 400, detail);
        };
    }

    private static ResponseEntity<Void> reject(String sender, int status, String detail) {
        LOG.warn("a callback from {} was rejected: {}", sender, detail);
        return ResponseEntity.status(status).build();
    }

    private static String pathOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
