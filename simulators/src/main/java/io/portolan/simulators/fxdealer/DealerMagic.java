package io.portolan.simulators.fxdealer;

import io.portolan.simulators.instruction.Plan;
import io.portolan.simulators.instruction.Quirk;
import io.portolan.simulators.instruction.Rejection;

/** What the dealer makes of a trade by a word in the reference, of the trade itself or of its quote. */
final class DealerMagic {

    private static final Rejection CREDIT_LIMIT = new Rejection("credit_limit", "over the credit limit");

    private DealerMagic() {}

    static boolean hasMoved(String reference) {
        return reference.contains("FX-MOVED");
    }

    /** Whether the dealer calls the quote expired although it is not: only ever the first attempt. */
    static boolean isCalledExpired(String references, String key) {
        return (references.contains("FX-EXPIRED") || hasMoved(references)) && key.endsWith("/1");
    }

    static Plan plan(String references) {
        if (references.contains("FX-REJECT")) {
            return new Plan.Refuse(CREDIT_LIMIT);
        }
        if (references.contains("FX-LATE-REJECT")) {
            return new Plan.RejectLater(CREDIT_LIMIT);
        }
        return references.contains("FX-NEVER") ? new Plan.StaySilent() : new Plan.Book(quirk(references));
    }

    private static Quirk quirk(String references) {
        if (references.contains("FX-SLOW")) {
            return Quirk.SLOW;
        }
        if (references.contains("FX-LOST")) {
            return Quirk.RESPONSE_LOST;
        }
        if (references.contains("FX-EARLY-CALLBACK")) {
            return Quirk.EARLY_CALLBACK;
        }
        return references.contains("FX-TRIPLE-CALLBACK") ? Quirk.TRIPLE_CALLBACK : Quirk.NONE;
    }
}
