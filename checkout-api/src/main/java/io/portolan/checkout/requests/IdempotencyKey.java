package io.portolan.checkout.requests;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.problems.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/** The caller's own name of a request that may move money. */
public record IdempotencyKey(String value) {
    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,255}");

    /** The key among the headers; refused if it is missing, given twice, too long or of other characters. */
    static IdempotencyKey of(List<String> headers) {
        if (headers.isEmpty()) {
            throw refused("required", "Send an Idempotency-Key header, for example a UUID.");
        }
        if (headers.size() > 1) {
            throw refused("given-once", "Send only one Idempotency-Key header.");
        }
        if (!SHAPE.matcher(headers.getFirst()).matches()) {
            throw refused("idempotency-key", "Use 1 to 255 visible ASCII characters, without spaces.");
        }
        return new IdempotencyKey(headers.getFirst());
    }

    private static Refusal refused(String rule, String detail) {
        return Refusal.of(ProblemType.IDEMPOTENCY_KEY, FieldError.inHeader(HEADER, rule, detail));
    }
}
