package io.portolan.domain.decision;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.party.Party;
import java.time.Instant;

/** What a person decided about a payment: the same value from the form to its effect. It stands in the database before anything changes because of it. */
public sealed interface Decision {
    /** Who decided, why and when. */
    DecisionHeader header();

    /** Let the parked movement try again: a new attempt if the last one is proven not executed, otherwise another inquiry. */
    record Retry(DecisionHeader header) implements Decision {}

    /** Run the proposed plan with this number, which unwinds the payment. */
    record Unwind(DecisionHeader header, int plan) implements Decision {}

    /** This instruction was executed: the evidence proves it. */
    record ResolveExecuted(DecisionHeader header, InstructionKey instruction, Evidence evidence) implements Decision {}

    /** This instruction was not executed: the evidence proves it. */
    record ResolveNotExecuted(DecisionHeader header, InstructionKey instruction, Evidence evidence)
            implements Decision {}

    /** Pay this payee instead, whose details are corrected. */
    record CorrectPayee(DecisionHeader header, Party payee) implements Decision {}

    /** Cancel the payment, unless its payout was instructed. */
    record Cancel(DecisionHeader header) implements Decision {}

    /** Instruct nothing new until the payment is released. */
    record Hold(DecisionHeader header) implements Decision {}

    /** Let a held payment go on. */
    record Release(DecisionHeader header) implements Decision {}

    /** Whether it is that decision sent again: the same in all but the time. */
    default boolean isRepeatOf(Decision other) {
        return madeAt(Instant.EPOCH).equals(other.madeAt(Instant.EPOCH));
    }

    private Decision madeAt(Instant at) {
        DecisionHeader then = header().madeAt(at);
        return switch (this) {
            case Retry _ -> new Retry(then);
            case Unwind unwind -> new Unwind(then, unwind.plan());
            case ResolveExecuted was -> new ResolveExecuted(then, was.instruction(), was.evidence());
            case ResolveNotExecuted not -> new ResolveNotExecuted(then, not.instruction(), not.evidence());
            case CorrectPayee correction -> new CorrectPayee(then, correction.payee());
            case Cancel _ -> new Cancel(then);
            case Hold _ -> new Hold(then);
            case Release _ -> new Release(then);
        };
    }

    /** What is decided. */
    default DecisionKind kind() {
        return switch (this) {
            case Retry _ -> DecisionKind.RETRY;
            case Unwind _ -> DecisionKind.UNWIND;
            case ResolveExecuted _ -> DecisionKind.RESOLVE_EXECUTED;
            case ResolveNotExecuted _ -> DecisionKind.RESOLVE_NOT_EXECUTED;
            case CorrectPayee _ -> DecisionKind.CORRECT_PAYEE;
            case Cancel _ -> DecisionKind.CANCEL;
            case Hold _ -> DecisionKind.HOLD;
            case Release _ -> DecisionKind.RELEASE;
        };
    }
}
