package io.portolan.simulators.fxdealer;

import io.portolan.simulators.instruction.Fault;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;

/** The test scenarios of the dealers, chosen by a word in the reference of the trade or of its quote. */
final class DealerScenarios {

    private static final Rejection CREDIT_LIMIT = new Rejection("credit_limit", "over the credit limit");

    private DealerScenarios() {}

    static boolean hasMarketMoved(Dealer dealer, String reference) {
        return dealer == Dealer.FIRST && reference.contains("FX-MOVED");
    }

    /** Whether the first trade with this reference is reported as expired although its quote is not. */
    static boolean isExpiredFirst(Dealer dealer, String reference) {
        return hasMarketMoved(dealer, reference) || (dealer == Dealer.FIRST && reference.contains("FX-EXPIRED"));
    }

    /** Whether the dealer is closed for the first trade with this reference. */
    static boolean isClosedFirst(Dealer dealer, String reference) {
        return dealer == Dealer.FIRST && reference.contains("FX-CLOSED");
    }

    static IntendedOutcome decide(Dealer dealer, String references) {
        return switch (dealer) {
            case FIRST -> decideOfFirst(references);
            case SECOND ->
                references.contains("FX2-REJECT")
                        ? new IntendedOutcome.ImmediateRejection(CREDIT_LIMIT)
                        : new IntendedOutcome.Booking(Fault.NONE);
        };
    }

    private static IntendedOutcome decideOfFirst(String references) {
        if (references.contains("FX-REJECT")) {
            return new IntendedOutcome.ImmediateRejection(CREDIT_LIMIT);
        }
        if (references.contains("FX-LATE-REJECT")) {
            return new IntendedOutcome.LateRejection(CREDIT_LIMIT);
        }
        return references.contains("FX-NEVER")
                ? new IntendedOutcome.PendingForever()
                : new IntendedOutcome.Booking(fault(references));
    }

    private static Fault fault(String references) {
        if (references.contains("FX-SLOW")) {
            return Fault.SLOW;
        }
        if (references.contains("FX-LOST")) {
            return Fault.RESPONSE_LOST;
        }
        if (references.contains("FX-EARLY-CALLBACK")) {
            return Fault.EARLY_CALLBACK;
        }
        return references.contains("FX-TRIPLE-CALLBACK") ? Fault.TRIPLE_CALLBACK : Fault.NONE;
    }
}
