package io.portolan.simulators.fxdealer;

import io.portolan.simulators.instruction.Fault;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;

/** The test scenarios of the dealer, chosen by a word in the reference of the trade or of its quote. */
final class DealerScenarios {

    private static final Rejection CREDIT_LIMIT = new Rejection("credit_limit", "over the credit limit");

    private DealerScenarios() {}

    static boolean hasMarketMoved(String reference) {
        return reference.contains("FX-MOVED");
    }

    /** Whether the dealer reports the quote as expired although it is not; only for the first attempt. */
    static boolean isReportedExpired(String references, String key) {
        return (references.contains("FX-EXPIRED") || hasMarketMoved(references)) && key.endsWith("/1");
    }

    static IntendedOutcome decide(String references) {
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
