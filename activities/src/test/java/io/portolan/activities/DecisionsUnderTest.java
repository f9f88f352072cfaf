package io.portolan.activities;

import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionPolicy;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Approval;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.SamplePayments;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/** What Ada decides about the payment, and Ben approves where two people are needed. */
public record DecisionsUnderTest(ActivitiesUnderTest bench) {
    private static final DecisionPolicy POLICY = new DecisionPolicy(Set.of(), Duration.ofDays(1));

    /** A header by somebody who looks at the payment as it is now. */
    public DecisionHeader header() {
        return header(bench.now().version());
    }

    /** A header by somebody who saw this version. */
    public DecisionHeader header(int version) {
        return new DecisionHeader(
                DecisionHeader.nextId(), bench.payment.id(), "ada", "the bank says so", version, bench.time());
    }

    public Evidence evidence(InstructionKey key) {
        return evidence(bench.now().instruction(key).amount());
    }

    public Evidence evidence(Money amount) {
        return new Evidence(Evidence.Source.STATEMENT_LINE, "LINE-7", amount, LocalDate.parse("2026-11-21"));
    }

    public Decision executed(InstructionKey key) {
        return new Decision.ResolveExecuted(header(), key, evidence(key));
    }

    public Decision notExecuted(InstructionKey key) {
        return new Decision.ResolveNotExecuted(header(), key, evidence(key));
    }

    public Decision correctedPayee() {
        return new Decision.CorrectPayee(header(), SamplePayments.payee("000987654321"));
    }

    /** Stores the decision, approved; it is not carried out yet. */
    public String approve(Decision decision) {
        String id = decision.header().id();
        RecordedDecision recorded = bench.decisions.add(POLICY.recorded(decision));
        if (recorded.status() == DecisionStatus.PROPOSED) {
            bench.decisions.approve(bench.payment.id(), id, new Approval("ben", bench.time()));
        }
        return id;
    }

    /** Stores the decision, approved, and carries it out. */
    public RecordedDecision carryOut(Decision decision) {
        String id = approve(decision);
        bench.driver.carryOut(bench.id(), id);
        return recorded(id);
    }

    public RecordedDecision recorded(String id) {
        return bench.decisions.find(bench.payment.id(), id).orElseThrow();
    }
}
