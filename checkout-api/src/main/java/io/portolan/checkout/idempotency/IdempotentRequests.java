package io.portolan.checkout.idempotency;

import io.portolan.checkout.json.JsonResponses;
import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.domain.intake.Idempotency;
import io.portolan.domain.intake.Idempotency.StoredAnswer;
import io.portolan.domain.intake.IdempotentRequest;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Executes a request once and answers a repeat with the stored original response. */
@Component
public final class IdempotentRequests {
    private static final String REPLAYED_HEADER = "Idempotent-Replayed";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Idempotency idempotency;

    IdempotentRequests(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /**
     * The response to the request. The work runs in one database transaction with the claim of the key; {@code
     * afterwards} runs once that is committed, and only for the call that did the work.
     *
     * @throws ProblemException if the key belongs to another request or the first request is still running, and
     *     whatever the work throws: the key is not claimed then
     */
    public ResponseEntity<byte[]> executeOnce(
            IdempotentRequest request, Supplier<StoredAnswer> work, Consumer<StoredAnswer> afterwards) {
        return switch (idempotency.once(request, work)) {
            case Idempotency.Answer.First(StoredAnswer answer) -> {
                afterwards.accept(answer);
                yield responseOf(answer).body(JsonResponses.bytes(answer.body()));
            }
            case Idempotency.Answer.Replayed(StoredAnswer answer) ->
                responseOf(answer).header(REPLAYED_HEADER, "true").body(JsonResponses.bytes(answer.body()));
            case Idempotency.Answer.Reused _ -> throw keyReused();
            case Idempotency.Answer.StillRunning _ ->
                throw ProblemException.of(
                                ProblemType.REQUEST_IN_PROGRESS, "The first request with this key is still running.")
                        .withRetryAfter(RETRY_AFTER);
        };
    }

    private static ResponseEntity.BodyBuilder responseOf(StoredAnswer answer) {
        ResponseEntity.BodyBuilder builder =
                ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        return answer.location().isEmpty() ? builder : builder.header(HttpHeaders.LOCATION, answer.location());
    }

    private static ProblemException keyReused() {
        String detail = "The key was used for another request, or for this one with a different body.";
        return ProblemException.of(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                FieldError.inHeader(IdempotencyKey.HEADER, "idempotency-key-reused", detail));
    }
}
