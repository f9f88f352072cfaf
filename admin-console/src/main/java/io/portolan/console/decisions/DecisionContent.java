package io.portolan.console.decisions;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.DecisionNames;
import io.portolan.console.text.MovementNames;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.Payment;
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
            case Decision.Unwind(var _, int plan) -> List.of(ContentRow.of("Plan", Integer.toString(plan)));
            case Decision.ResolveExecuted(var _, InstructionKey key, Evidence evidence) ->
                rows(payment, key, evidence, "Executed amount");
            case Decision.ResolveNotExecuted(var _, InstructionKey key, Evidence evidence) ->
                rows(payment, key, evidence, "Amount that did not move");
            case Decision.CorrectPayee(var _, var payee) -> PayeeRows.masked(payee);
            case Decision.Retry _, Decision.Cancel _, Decision.Hold _, Decision.Release _ -> List.of();
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
