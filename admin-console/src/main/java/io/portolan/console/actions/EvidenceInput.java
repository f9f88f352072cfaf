package io.portolan.console.actions;

import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person typed who brings evidence about an instruction, and what is wrong with it, all at once. */
final class EvidenceInput {
    private static final String EXECUTED = "executed";
    private static final String NOT_EXECUTED = "not_executed";

    private final Map<String, String> errors = new LinkedHashMap<>();
    private final ActionForm form;
    private final @Nullable Instruction instruction;
    private final Evidence.@Nullable Source source;
    private final @Nullable Money amount;
    private final @Nullable LocalDate valueDate;

    private EvidenceInput(Payment payment, ActionForm form, Instant now) {
        this.form = form;
        checkOutcome();
        source = source();
        checkReference();
        instruction = instruction(payment);
        amount = amount();
        valueDate = valueDate(now);
    }

    static EvidenceInput of(Payment payment, ActionForm form, Instant now) {
        return new EvidenceInput(payment, form, now);
    }

    /** What is wrong, by field. */
    Map<String, String> errors() {
        return Map.copyOf(errors);
    }

    /** The decision; call it only if there are no errors. */
    Decision decision(DecisionHeader header) {
        InstructionKey key = Objects.requireNonNull(instruction).key();
        Evidence evidence = new Evidence(
                Objects.requireNonNull(source),
                form.value(ActionForm.REFERENCE),
                Objects.requireNonNull(amount),
                Objects.requireNonNull(valueDate));
        return form.value(ActionForm.OUTCOME).equals(EXECUTED)
                ? new Decision.ResolveExecuted(header, key, evidence)
                : new Decision.ResolveNotExecuted(header, key, evidence);
    }

    private void checkOutcome() {
        String outcome = form.value(ActionForm.OUTCOME);
        if (!outcome.equals(EXECUTED) && !outcome.equals(NOT_EXECUTED)) {
            errors.put(ActionForm.OUTCOME, "Choose what the evidence shows.");
        }
    }

    private Evidence.@Nullable Source source() {
        try {
            return Evidence.Source.valueOf(form.value(ActionForm.SOURCE));
        } catch (IllegalArgumentException unknown) {
            errors.put(ActionForm.SOURCE, "Choose where the evidence was seen.");
            return null;
        }
    }

    private void checkReference() {
        String reference = form.value(ActionForm.REFERENCE);
        if (reference.isEmpty()) {
            errors.put(ActionForm.REFERENCE, "Enter the bank\u2019s reference, or who said so in a call.");
        } else if (reference.length() > Evidence.MAX_REFERENCE_LENGTH) {
            errors.put(
                    ActionForm.REFERENCE,
                    "Use at most %d characters (currently %d)."
                            .formatted(Evidence.MAX_REFERENCE_LENGTH, reference.length()));
        }
    }

    private @Nullable Instruction instruction(Payment payment) {
        try {
            return payment.instruction(InstructionKey.parse(form.value(ActionForm.INSTRUCTION)));
        } catch (IllegalArgumentException unknown) {
            errors.put(ActionForm.INSTRUCTION, "This form names no instruction. Reload the page and try again.");
            return null;
        }
    }

    private @Nullable Money amount() {
        String typed = form.value(ActionForm.AMOUNT).replaceAll("[\\s,]", "");
        if (typed.isEmpty()) {
            errors.put(ActionForm.AMOUNT, "Enter the amount.");
            return null;
        }
        if (instruction == null) {
            return null;
        }
        try {
            Money parsed = Money.parse(instruction.amount().currency(), typed);
            if (parsed.isPositive()) {
                return parsed;
            }
            errors.put(ActionForm.AMOUNT, "The amount must be more than zero.");
        } catch (IllegalArgumentException malformed) {
            errors.put(
                    ActionForm.AMOUNT,
                    "Enter an amount in %s, such as %s."
                            .formatted(
                                    instruction.amount().currency(),
                                    instruction.amount().toDecimal().toPlainString()));
        }
        return null;
    }

    private @Nullable LocalDate valueDate(Instant now) {
        try {
            LocalDate date = LocalDate.parse(form.value(ActionForm.VALUE_DATE));
            LocalDate latest = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
            if (date.getYear() >= 2000 && !date.isAfter(latest)) {
                return date;
            }
            errors.put(ActionForm.VALUE_DATE, "The value date is not in the future, nor before 2000.");
        } catch (DateTimeException malformed) {
            errors.put(ActionForm.VALUE_DATE, "Enter a date such as 2026-11-21.");
        }
        return null;
    }
}
