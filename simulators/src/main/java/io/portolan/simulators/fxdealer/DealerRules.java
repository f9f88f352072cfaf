package io.portolan.simulators.fxdealer;

import io.portolan.simulators.instruction.Books;
import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.instruction.Plan;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.store.Sql;
import java.time.InstantSource;

/** What the dealer refuses for good, magic or not. */
final class DealerRules {

    static final Rejection EXPIRED = new Rejection("quote_expired", "the quote has expired or is used up");

    private final Books books;
    private final InstantSource clock;

    DealerRules(Books books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    Plan plan(Sql sql, TradeRequest trade, Quote quote) {
        var references = trade.reference() + " " + quote.reference();
        boolean usedUp = books.instructions().claimed(sql, Kind.FX, quote.id()) > 0;
        if (usedUp
                || !clock.instant().isBefore(quote.expiresAt())
                || DealerMagic.isCalledExpired(references, trade.key())) {
            return new Plan.Refuse(EXPIRED);
        }
        var magic = DealerMagic.plan(references);
        return magic instanceof Plan.Refuse
                        || books.accounts().isCovered(sql, quote.movements().getFirst())
                ? magic
                : new Plan.Refuse(Kind.FX.notCovered());
    }
}
