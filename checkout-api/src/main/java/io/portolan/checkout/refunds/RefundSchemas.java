package io.portolan.checkout.refunds;

import io.portolan.checkout.requests.RequestSchema;
import io.portolan.checkout.requests.RequestSchema.Note;
import io.portolan.checkout.requests.RequestSchemas;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Describes the body that asks for a refund. */
@Component
final class RefundSchemas implements RequestSchemas {
    static final String REQUEST = "#/components/schemas/RefundRequest";

    @Override
    public List<RequestSchema> all() {
        return List.of(
                new RequestSchema(
                        "RefundRequest",
                        "How much to give back, and why. Without a body, all that is left.",
                        RefundRequest.RULE,
                        Map.of(
                                RefundRequest.AMOUNT, Note.of("Without it, all that is left."),
                                RefundRequest.REASON,
                                        Note.of(
                                                "Why: %s. Without it, %s."
                                                        .formatted(
                                                                String.join(", ", RefundRequest.REASONS),
                                                                RefundRequest.DEFAULT_REASON),
                                                RefundRequest.DEFAULT_REASON))),
                new RequestSchema(
                        "RefundAmount",
                        "An amount in the currency that the buyer paid.",
                        RefundRequest.AMOUNT_RULE,
                        Map.of(
                                RefundRequest.CURRENCY, Note.of("The currency that the buyer paid.", "CNY"),
                                RefundRequest.AMOUNT, Note.of("Whole minor units.", 100_000))));
    }
}
