package io.portolan.checkout.quotes;

import io.portolan.checkout.requests.RequestSchema;
import io.portolan.checkout.requests.RequestSchema.Note;
import io.portolan.checkout.requests.RequestSchemas;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Describes the body that requests a quote. */
@Component
final class QuoteSchemas implements RequestSchemas {
    static final String REQUEST = "#/components/schemas/QuoteRequest";

    @Override
    public List<RequestSchema> all() {
        return List.of(
                new RequestSchema(
                        "QuoteRequest",
                        "What to price. Exactly one of the two amounts is given; the other is computed.",
                        QuoteRequest.RULE,
                        Map.of(
                                "source", Note.of("What the buyer pays, including the fee."),
                                "destination", Note.of("What the seller receives."))),
                new RequestSchema(
                        "QuoteSide",
                        "A currency, possibly with an amount of it.",
                        QuoteRequest.SIDE_RULE,
                        Map.of(
                                "currency", Note.of("ISO 4217 code in capitals.", "CNY"),
                                "amount", Note.of("Whole minor units.", 720_000))));
    }
}
