package io.portolan.checkout.payments;

import io.portolan.checkout.idempotency.OnceOnly;
import io.portolan.checkout.json.Json;
import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.problems.Refusal;
import io.portolan.checkout.requests.Fields;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.checkout.requests.JsonBody;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.identity.MerchantId;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.intake.Idempotency.StoredAnswer;
import io.portolan.domain.intake.IdempotentRequest;
import io.portolan.domain.payment.Change;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Price;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes payments in: payment, first event and idempotency key are one database transaction, and its commit is the acceptance. The workflow engine
 * is told afterwards and need not be there.
 */
@Component
final class Intake {
    static final String PATH = "/v1/payments";
    private static final String OPERATION = "POST " + PATH;
    private static final String QUOTE = "/quote";

    private final Payments payments;
    private final QuoteBook quotes;
    private final OnceOnly onceOnly;
    private final FastPath fastPath;
    private final Clock clock;

    Intake(Payments payments, QuoteBook quotes, OnceOnly onceOnly, FastPath fastPath, Clock clock) {
        this.payments = payments;
        this.quotes = quotes;
        this.onceOnly = onceOnly;
        this.fastPath = fastPath;
        this.clock = clock;
    }

    ResponseEntity<byte[]> accept(MerchantId merchant, IdempotencyKey key, JsonBody body) {
        Order order = read(merchant, body.fields());
        IdempotentRequest request = new IdempotentRequest(merchant, key.value(), OPERATION, body.hash());
        return onceOnly.answer(request, () -> store(merchant, order), this::start);
    }

    private Order read(MerchantId merchant, Fields fields) {
        Optional<QuoteId> quote = OrderReader.quote(fields);
        Optional<Order> order = OrderReader.read(fields, quote);
        if (order.isEmpty()) {
            quote.flatMap(id -> quotes.find(merchant, id, clock.instant()).error())
                    .ifPresent(fields.complaints()::note);
            fields.complaints().refuseIfAny();
        }
        return order.orElseThrow();
    }

    /** The quote is looked at only here, within the work: a repeat of what was accepted is answered even after the quote has expired. */
    private StoredAnswer store(MerchantId merchant, Order order) {
        Instant now = clock.instant();
        QuoteBook.Page page = quotes.find(merchant, order.quote(), now);
        Change accepted = switch (page) {
            case QuoteBook.Good good ->
                Payment.accepted(
                        merchant,
                        order,
                        new Price(
                                good.quote().source(),
                                good.quote().fee(),
                                good.quote().firm()),
                        good.corridor().route(),
                        now);
            case QuoteBook.Bad bad -> throw Refusal.invalid(List.of(bad.complaint()));
        };
        add(accepted);
        String location = PATH + "/" + accepted.payment().id();
        return new StoredAnswer(HttpStatus.ACCEPTED.value(), location, Json.write(PaymentJson.of(accepted.payment())));
    }

    private void add(Change accepted) {
        try {
            payments.add(accepted);
        } catch (Payments.QuoteSpent spent) {
            throw Refusal.of(
                    ProblemType.QUOTE_SPENT,
                    FieldError.at(QUOTE, "quote-spent", "The quote has paid already; ask for a new one."));
        }
    }

    private void start(StoredAnswer answer) {
        fastPath.start(new PaymentId(answer.location().substring(PATH.length() + 1)));
    }
}
