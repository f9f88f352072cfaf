package io.portolan.checkout.payments;

import io.portolan.checkout.idempotency.IdempotentRequests;
import io.portolan.checkout.json.Json;
import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.requests.Fields;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.checkout.requests.JsonBody;
import io.portolan.domain.fx.Price;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.intake.Idempotency.StoredAnswer;
import io.portolan.domain.intake.IdempotentRequest;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
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
    private static final String QUOTE_POINTER = "/quote";

    private final Payments payments;
    private final QuoteCheck quotes;
    private final IdempotentRequests idempotentRequests;
    private final WorkflowNotifier workflowNotifier;
    private final Clock clock;

    Intake(Payments payments, QuoteCheck quotes, IdempotentRequests onceOnly, WorkflowNotifier fastPath, Clock clock) {
        this.payments = payments;
        this.quotes = quotes;
        this.idempotentRequests = onceOnly;
        this.workflowNotifier = fastPath;
        this.clock = clock;
    }

    ResponseEntity<byte[]> accept(MerchantId merchant, IdempotencyKey key, JsonBody body) {
        Order order = read(merchant, body.fields());
        IdempotentRequest request = new IdempotentRequest(merchant, key.value(), OPERATION, body.hash());
        return idempotentRequests.executeOnce(request, () -> store(merchant, order), this::startWorkflow);
    }

    private Order read(MerchantId merchant, Fields fields) {
        Optional<QuoteId> quote = OrderReader.readQuoteId(fields);
        Optional<Order> order = OrderReader.read(fields, quote);
        if (order.isEmpty()) {
            quote.flatMap(id -> quotes.check(merchant, id, clock.instant()).error())
                    .ifPresent(fields.errors()::add);
            fields.errors().throwIfAny();
        }
        return order.orElseThrow();
    }

    /** The quote is looked at only here, within the work: a repeat of what was accepted is answered even after the quote has expired. */
    private StoredAnswer store(MerchantId merchant, Order order) {
        Instant now = clock.instant();
        QuoteCheck.Usability page = quotes.check(merchant, order.quote(), now);
        PaymentChange accepted = switch (page) {
            case QuoteCheck.Usable good ->
                Transitions.accept(
                        merchant,
                        order,
                        new Price(
                                good.quote().source(),
                                good.quote().fee(),
                                good.quote().firm()),
                        good.corridor().route(),
                        now);
            case QuoteCheck.Unusable bad -> throw ProblemException.invalid(List.of(bad.fieldError()));
        };
        add(accepted);
        String location = PATH + "/" + accepted.payment().id();
        return new StoredAnswer(HttpStatus.ACCEPTED.value(), location, Json.write(PaymentJson.of(accepted.payment())));
    }

    private void add(PaymentChange accepted) {
        try {
            payments.add(accepted);
        } catch (Payments.QuoteAlreadyUsed spent) {
            throw ProblemException.of(
                    ProblemType.QUOTE_ALREADY_USED,
                    FieldError.inBody(QUOTE_POINTER, "quote-spent", "The quote has paid already; ask for a new one."));
        }
    }

    private void startWorkflow(StoredAnswer answer) {
        workflowNotifier.start(new PaymentId(answer.location().substring(PATH.length() + 1)));
    }
}
