package io.portolan.checkout.requests;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import java.util.List;
import java.util.regex.Pattern;

/** The caller's own name of a request that may move money. */
public record IdempotencyKey(String value) {
    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORMAT = Pattern.compile("[!-~]{1,255}");

    /** The key among the headers; refused if it is missing, given twice, too long or of other characters. */
    static IdempotencyKey of(List<String> headers) {
        if (headers.isEmpty()) {
            throw problem("required", "Send an Idempotency-Key header, for example a UUID.");
        }
        if (headers.size() > 1) {
            throw problem("given-once", "Send only one Idempotency-Key header.");
        }
        if (!FORMAT.matcher(headers.getFirst()).matches()) {
            throw problem("idempotency-key", "Use 1 to 255 visible ASCII characters, without spaces.");
        }
        return new IdempotencyKey(headers.getFirst());
    }

    private static ProblemException problem(String rule, String detail) {
        return ProblemException.of(ProblemType.IDEMPOTENCY_KEY, FieldError.inHeader(HEADER, rule, detail));
    }
}
