package io.portolan.console.actions;

import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.payment.Payment;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The decision that a form asks for, or everything that is wrong with the form. */
final class DecisionInput {
    private final Action action;
    private final Payment payment;
    private final ActionForm form;
    private final Instant now;

    DecisionInput(Action action, Payment payment, ActionForm form, Instant now) {
        this.action = action;
        this.payment = payment;
        this.form = form;
        this.now = now;
    }

    /** What is wrong, by field. */
    Map<String, String> errors() {
        Map<String, String> errors = new HashMap<>(form.errors());
        errors.putAll(
                switch (action) {
                    case RESOLVE -> EvidenceInput.of(payment, form, now).errors();
                    case CORRECT_PAYEE -> payeeErrors();
                    case UNWIND -> planErrors();
                    case RETRY, PRICE_UNWIND, HOLD, RELEASE, CANCEL -> Map.of();
                });
        return Map.copyOf(errors);
    }

    /** The decision, made by this operator; call it only if there are no errors. */
    Decision decision(String operator, Instant madeAt) {
        DecisionHeader header = new DecisionHeader(
                form.value(ActionForm.DECISION),
                payment.id(),
                operator,
                form.value(ActionForm.REASON),
                Integer.parseInt(form.value(ActionForm.VERSION)),
                madeAt);
        return switch (action) {
            case RETRY -> new Decision.Retry(header);
            case RESOLVE -> EvidenceInput.of(payment, form, now).decision(header);
            case CORRECT_PAYEE ->
                new Decision.CorrectPayee(
                        header,
                        PayeeCorrection.of(payment.order().payee(), form).correctedPayee());
            case UNWIND -> new Decision.Unwind(header, Integer.parseInt(form.value(ActionForm.PLAN)));
            case HOLD -> new Decision.Hold(header);
            case RELEASE -> new Decision.Release(header);
            case CANCEL -> new Decision.Cancel(header);
            case PRICE_UNWIND -> throw new IllegalArgumentException("a price is no decision");
        };
    }

    private Map<String, String> payeeErrors() {
        return PayeeCorrection.isRequested(form)
                ? PayeeCorrection.of(payment.order().payee(), form).errors()
                : Map.of(ActionForm.PAYEE_NAME, "Nothing is corrected. Fill in what is wrong.");
    }

    private Map<String, String> planErrors() {
        return form.value(ActionForm.PLAN).matches("[1-9][0-9]?")
                ? Map.of()
                : Map.of(ActionForm.DECISION, "This form names no plan. Price the unwind, then decide.");
    }
}
