package io.portolan.checkout.payments.intake;

import io.portolan.checkout.requests.RequestSchema;
import io.portolan.checkout.requests.RequestSchema.Note;
import io.portolan.checkout.requests.RequestSchemas;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import io.portolan.domain.payment.Order;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Describes the bodies that create and cancel a payment. */
@Component
final class PaymentSchemas implements RequestSchemas {
    static final String PAYMENT_REQUEST = "#/components/schemas/PaymentRequest";
    static final String CANCEL_REQUEST = "#/components/schemas/CancelRequest";

    @Override
    public List<RequestSchema> all() {
        return List.of(payment(), payer(), payee(), iban(), localAccount(), address(), cancellation());
    }

    private static RequestSchema payment() {
        return new RequestSchema(
                "PaymentRequest",
                "What to pay, from whom to whom. Unknown fields are rejected.",
                Order.RULE,
                Map.of(
                        "order_reference", Note.of("Your own reference; the buyer may see it.", "ORD-1001"),
                        "quote", Note.of("One of your quotes, neither expired nor used.", "quo_01KAHM3W2V0K7N4QZT1X"),
                        "max_slippage_bps",
                                Note.of(
                                        "How much less the seller may receive, in basis points, if the dealer"
                                                + " no longer honours the"
                                                + " rate; beyond that the buyer is refunded. Without it, 0.",
                                        50),
                        "payer", Note.of("Who pays."),
                        "payee", Note.of("Who is paid."),
                        "purpose", Note.of("ISO 20022 purpose code.", "GDDS"),
                        "metadata",
                                Note.of(
                                        "Your own key-value pairs. Do not include personal data.",
                                        Map.of("cart", "77"))));
    }

    private static RequestSchema payer() {
        return new RequestSchema(
                "Payer",
                "Who pays.",
                Party.PAYER,
                Map.of(
                        "name", Note.of("Full name.", "Li Wei"),
                        "account", Note.of("The account to collect from; collection from an IBAN is not supported."),
                        "address", Note.of("Optional.")));
    }

    private static RequestSchema payee() {
        return new RequestSchema(
                "Payee",
                "Who is paid.",
                Party.PAYEE,
                Map.of(
                        "name", Note.of("Full name.", "Acme Outdoor LLC"),
                        "account", Note.of("The account to pay to: either an iban, or a number and a bank."),
                        "address", Note.of("Required for a payout abroad.")));
    }

    private static RequestSchema iban() {
        return new RequestSchema(
                "IbanAccount",
                "An account by its IBAN.",
                AccountNumber.IBAN_RULE,
                Map.of(
                        "iban",
                        Note.of(
                                "ISO 13616, without spaces, of its country's length and with right check digits.",
                                "DE89370400440532013000")));
    }

    private static RequestSchema localAccount() {
        return new RequestSchema(
                "LocalAccount",
                "An account by its number at a bank.",
                AccountNumber.LOCAL_RULE,
                Map.of(
                        "number", Note.of("As the bank knows it.", "6222020200112233445"),
                        "bank", Note.of("A BIC, or a bank's short name.", "A")));
    }

    private static RequestSchema address() {
        return new RequestSchema(
                "Address",
                "A structured address; unstructured lines are rejected.",
                PostalAddress.RULE,
                Map.of(
                        "street", Note.of("Without the building.", "Main Street"),
                        "building", Note.of("Number or name.", "12"),
                        "postal_code", Note.of("Post code.", "94016"),
                        "city", Note.of("Town or city.", "Daly City"),
                        "country", Note.of("ISO 3166 code, or XK for Kosovo.", "US")));
    }

    private static RequestSchema cancellation() {
        return new RequestSchema(
                "CancelRequest",
                "The reason for cancelling.",
                Cancellation.RULE,
                Map.of(
                        "reason",
                        Note.of(
                                "Shown to our operations staff. No personal data, please.",
                                "The buyer no longer wants the goods.")));
    }
}
