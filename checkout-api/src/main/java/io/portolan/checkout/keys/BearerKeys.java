package io.portolan.checkout.keys;

import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.problems.ProblemWriter;
import io.portolan.checkout.problems.Refusal;
import io.portolan.domain.identity.MerchantId;
import io.portolan.domain.intake.Merchants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises the merchant by the API key. A request without one goes on as nobody's: some paths need no key. */
final class BearerKeys extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(BearerKeys.class);
    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"portolan\"";
    private static final Duration BREATH = Duration.ofSeconds(2);

    private final Merchants merchants;

    BearerKeys(Merchants merchants) {
        this.merchants = merchants;
    }

    /** What a request without a key is told. */
    static Refusal missing() {
        return Refusal.of(ProblemType.UNAUTHORIZED, "Send your API key as \"Authorization: Bearer ptl_…\".")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            try {
                enter(header);
            } catch (Refusal refusal) {
                ProblemWriter.write(response, refusal);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void enter(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw missing();
        }
        MerchantId merchant = ApiKey.find(header.substring(SCHEME.length()).strip())
                .flatMap(this::owner)
                .orElseThrow(BearerKeys::unknown);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Caller(merchant));
        SecurityContextHolder.setContext(context);
    }

    /** Nothing was accepted yet, so whatever keeps us from reading keys is "not available" rather than "failed". */
    private Optional<MerchantId> owner(ApiKey key) {
        try {
            return merchants.findByKeyHash(key.hash());
        } catch (RuntimeException failure) {
            LOG.error("API keys cannot be read", failure);
            throw Refusal.of(ProblemType.UNAVAILABLE, "API keys cannot be checked at the moment.")
                    .retryAfter(BREATH);
        }
    }

    private static Refusal unknown() {
        return Refusal.of(ProblemType.UNAUTHORIZED, "This API key is not known.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
    }
}
