package io.portolan.checkout.requests;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.domain.intake.IdempotentRequest;
import java.util.List;

/** A key of the caller's choice that identifies a request that may move money. */
public record IdempotencyKey(String value) {
    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    /** The key among the headers; rejected if it is missing, given twice, too long or of other characters. */
    static IdempotencyKey of(List<String> headers) {
        if (headers.isEmpty()) {
            throw problem("required", "Send an Idempotency-Key header, for example a UUID.");
        }
        if (headers.size() > 1) {
            throw problem("given-once", "Send only one Idempotency-Key header.");
        }
        IdempotentRequest.KEY.violationsOf(headers.getFirst()).forEach(violation -> {
            throw problem(violation.rule(), violation.detail());
        });
        return new IdempotencyKey(headers.getFirst());
    }

    private static ProblemException problem(String rule, String detail) {
        return ProblemException.of(ProblemType.IDEMPOTENCY_KEY, FieldError.inHeader(HEADER, rule, detail));
    }
}
