package io.portolan.db.decision;

import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionPolicy;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Decisions by {@link #MAKER}, as the console records them. */
public final class SampleDecisions {
    public static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456Z");
    public static final String MAKER = "zhang.wei";
    public static final Evidence EVIDENCE = new Evidence(
            Evidence.Source.CALL,
            "王女士 at the bank, \"desk 7\"",
            new Money(Currency.of("KWD"), 1),
            LocalDate.parse("2026-03-29"));

    private static final DecisionPolicy POLICY = new DecisionPolicy(Set.of(), Duration.ofHours(4));

    private SampleDecisions() {}

    /** A hold, which one person decides. */
    public static RecordedDecision hold(PaymentId payment) {
        return recorded(new Decision.Hold(header(payment)));
    }

    /** Evidence, which a second person has to approve. */
    static RecordedDecision evidence(PaymentId payment) {
        return recorded(new Decision.ResolveExecuted(header(payment), new InstructionKey(payment, 1, 4, 2), EVIDENCE));
    }

    static RecordedDecision recorded(Decision decision) {
        return POLICY.recorded(decision);
    }

    static DecisionHeader header(PaymentId payment) {
        return new DecisionHeader(DecisionHeader.nextId(), payment, MAKER, "原因 \\ '", 7, AT);
    }
}
