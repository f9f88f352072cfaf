package io.portolan.checkout.payments.intake;

import io.portolan.checkout.idempotency.IdempotentRequests;
import io.portolan.checkout.json.Json;
import io.portolan.checkout.payments.view.MerchantPayments;
import io.portolan.checkout.payments.view.PaymentJson;
import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.checkout.requests.JsonBody;
import io.portolan.checkout.requests.ValidationErrors;
import io.portolan.checkout.workflow.WorkflowNotifier;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.fx.Price;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.input.Input;
import io.portolan.domain.intake.Idempotency.StoredAnswer;
import io.portolan.domain.intake.IdempotentRequest;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.saga.Planning;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes payments in: payment, forward plan, first events and idempotency key are one database transaction, and its
 * commit is the acceptance. The workflow is started afterwards; Temporal need not be available.
 */
@Component
final class Intake {
    private static final String OPERATION = "POST " + MerchantPayments.PATH;

    private final Payments payments;
    private final Planning planning;
    private final QuoteCheck quotes;
    private final IdempotentRequests idempotentRequests;
    private final WorkflowNotifier workflowNotifier;

    Intake(
            Payments payments,
            Planning planning,
            QuoteCheck quotes,
            IdempotentRequests idempotentRequests,
            WorkflowNotifier workflowNotifier) {
        this.payments = payments;
        this.planning = planning;
        this.quotes = quotes;
        this.idempotentRequests = idempotentRequests;
        this.workflowNotifier = workflowNotifier;
    }

    ResponseEntity<byte[]> accept(MerchantId merchant, IdempotencyKey key, JsonBody body) {
        Order order = read(merchant, body.input());
        IdempotentRequest request = new IdempotentRequest(merchant, key.value(), OPERATION, body.hash());
        return idempotentRequests.executeOnce(request, () -> store(merchant, order), this::startWorkflow);
    }

    private Order read(MerchantId merchant, Input input) {
        ValidationErrors errors = new ValidationErrors();
        errors.addAll(Order.RULE.violationsOf(input));
        if (errors.hasAny()) {
            input.text("quote")
                    .filter(QuoteId.RULE::isMetBy)
                    .flatMap(id -> quotes.check(merchant, new QuoteId(id)).error())
                    .ifPresent(errors::add);
            errors.throwIfAny();
        }
        return Order.of(input);
    }

    /**
     * The quote is checked only here, within the work: a repeat of what was accepted is answered even after the quote
     * has expired.
     */
    private StoredAnswer store(MerchantId merchant, Order order) {
        PaymentChange accepted = switch (quotes.check(merchant, order.quote())) {
            case QuoteCheck.Usable(Quote quote, Corridor corridor, Instant at) -> {
                Price price = new Price(quote.source(), quote.fee(), quote.firmRate());
                yield planning.planAccepted(Transitions.accept(merchant, order, price, corridor.route(), at));
            }
            case QuoteCheck.Unusable(FieldError error) -> throw ProblemException.invalid(List.of(error));
        };
        add(accepted);
        String location = MerchantPayments.PATH + "/" + accepted.payment().id();
        return new StoredAnswer(HttpStatus.ACCEPTED.value(), location, Json.write(PaymentJson.of(accepted.payment())));
    }

    private void add(PaymentChange accepted) {
        try {
            payments.add(accepted);
        } catch (Payments.QuoteAlreadyUsed alreadyUsed) {
            throw ProblemException.of(
                    ProblemType.QUOTE_ALREADY_USED,
                    FieldError.inBody(
                            QuoteCheck.POINTER,
                            "quote-already-used",
                            "The quote has already been used; request a new one."));
        }
    }

    private void startWorkflow(StoredAnswer answer) {
        workflowNotifier.start(new PaymentId(answer.location().substring(MerchantPayments.PATH.length() + 1)));
    }
}
