package io.portolan.domain.decision;

import io.portolan.domain.decision.RecordedDecision.Approval;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.PaymentId;
import java.util.List;
import java.util.Optional;

/** The record of what people decided: nothing in it is ever deleted, and only its course (approval, ending) is added to. */
public interface Decisions {
    /**
     * Records a decision, within the caller's transaction where there is one. A repeat of the same decision is left alone: what is recorded is returned.
     *
     * @throws DecisionIdUsed if the id was used for another decision, of this payment or of another
     */
    RecordedDecision add(RecordedDecision decision);

    /** This payment's decision; another payment's is not there. */
    Optional<RecordedDecision> find(PaymentId payment, String id);

    /** A payment's decisions, oldest first. */
    List<RecordedDecision> of(PaymentId payment);

    /** A payment's approved decisions that were not carried out yet, oldest first. */
    List<RecordedDecision> listApproved(PaymentId payment);

    /** What waits for a second person, oldest first, at most 200; also what has lapsed since, until that is recorded. */
    List<RecordedDecision> listProposed();

    /** Payments with an approved decision that was not carried out yet, oldest first: they have to be woken. */
    List<PaymentId> listAwaitingEffect(int limit);

    /**
     * Approves a proposed decision. False, and nothing is changed, if it is not proposed any more.
     *
     * @throws IllegalArgumentException if the checker is its maker: the database says so, too
     */
    boolean approve(PaymentId payment, String id, Approval approval);

    /** Ends a decision that was not ended before, such as a lapsed one or one that the second person rejected. False if it has ended. */
    boolean end(PaymentId payment, String id, Ending ending);

    /** The id was used for another decision. */
    final class DecisionIdUsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public DecisionIdUsed(String id) {
            super("the id " + id + " was used for another decision: reload the page and decide again");
        }
    }
}
