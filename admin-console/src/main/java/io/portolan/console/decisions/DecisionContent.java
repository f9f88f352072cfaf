package io.portolan.console.decisions;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.DecisionNames;
import io.portolan.console.text.MovementNames;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.PlanCost;
import io.portolan.domain.plan.Terms;
import java.util.ArrayList;
import java.util.List;

/** What a decision says beside its kind and reason. */
public final class DecisionContent {
    private DecisionContent() {}

    /** All of it, personal data included: for the person who has to approve it, and nobody else. */
    public static List<ContentRow> whole(Decision decision, Payment payment) {
        return decision instanceof Decision.CorrectPayee(var _, var payee)
                ? PayeeRows.of(payment.order().payee(), payee)
                : of(decision, payment);
    }

    /** All of it, with personal data masked. */
    public static List<ContentRow> of(Decision decision, Payment payment) {
        return switch (decision) {
            case Decision.Unwind(var _, int number) -> planRows(payment, number);
            case Decision.ResolveExecuted(var _, InstructionKey key, Evidence evidence) ->
                rows(payment, key, evidence, "Executed amount");
            case Decision.ResolveNotExecuted(var _, InstructionKey key, Evidence evidence) ->
                rows(payment, key, evidence, "Amount that did not move");
            case Decision.CorrectPayee(var _, var payee) -> PayeeRows.masked(payee);
            case Decision.Retry _, Decision.Cancel _, Decision.Hold _, Decision.Release _ -> List.of();
        };
    }

    private static List<ContentRow> planRows(Payment payment, int number) {
        List<ContentRow> rows = new ArrayList<>();
        rows.add(ContentRow.of("Plan", Integer.toString(number)));
        payment.state().plans().stream()
                .filter(plan -> plan.number() == number)
                .findFirst()
                .ifPresent(plan -> {
                    plan.movements().forEach(movement -> rows.add(movementRow(movement)));
                    PlanCost cost = plan.cost();
                    if (cost != null) {
                        rows.add(ContentRow.of("Loss", AmountText.format(cost.loss())));
                        rows.add(ContentRow.of("Borne by", bearerOf(cost)));
                    }
                });
        return List.copyOf(rows);
    }

    private static ContentRow movementRow(Movement movement) {
        String what = MovementNames.title(movement.kind()) + " of " + AmountText.format(movement.amount());
        return ContentRow.of(
                "Movement " + movement.number(),
                movement.terms() instanceof Terms.Trade trade
                        ? what + " for " + AmountText.format(trade.rate().buy())
                        : what);
    }

    private static String bearerOf(PlanCost cost) {
        return switch (cost.bearer()) {
            case HOUSE -> "the house";
            case MERCHANT -> "the merchant";
            case BUYER -> "the buyer";
        };
    }

    private static List<ContentRow> rows(Payment payment, InstructionKey key, Evidence evidence, String amountLabel) {
        List<ContentRow> rows = new ArrayList<>();
        payment.find(key).ifPresent(instruction -> {
            rows.add(ContentRow.of("Movement", MovementNames.title(payment, key)));
            rows.add(ContentRow.of("Instructed amount", AmountText.format(instruction.amount())));
        });
        rows.add(ContentRow.of("Instruction", key.value()));
        rows.add(ContentRow.of("Source", DecisionNames.title(evidence.source())));
        rows.add(ContentRow.of("Bank\u2019s reference", evidence.reference()));
        rows.add(ContentRow.of(amountLabel, AmountText.format(evidence.amount())));
        rows.add(ContentRow.of("Value date", evidence.valueDate().toString()));
        return List.copyOf(rows);
    }
}
