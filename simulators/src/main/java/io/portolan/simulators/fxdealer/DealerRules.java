package io.portolan.simulators.fxdealer;

import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;
import io.portolan.simulators.instruction.lifecycle.Repositories;
import io.portolan.simulators.store.Sql;
import java.time.InstantSource;

/** What the dealer refuses for good, magic or not. */
final class DealerRules {

    static final Rejection EXPIRED = new Rejection("quote_expired", "the quote has expired or is used up");

    private final Repositories repositories;
    private final InstantSource clock;

    DealerRules(Repositories books, InstantSource clock) {
        this.repositories = books;
        this.clock = clock;
    }

    IntendedOutcome decide(Sql sql, TradeRequest trade, Quote quote) {
        var references = trade.reference() + " " + quote.reference();
        boolean usedUp = repositories.instructions().totalNotRejected(sql, Kind.FX, quote.id()) > 0;
        if (usedUp
                || !clock.instant().isBefore(quote.expiresAt())
                || DealerScenarios.isReportedExpired(references, trade.key())) {
            return new IntendedOutcome.ImmediateRejection(EXPIRED);
        }
        var magic = DealerScenarios.decide(references);
        return magic instanceof IntendedOutcome.ImmediateRejection
                        || repositories
                                .accounts()
                                .isCovered(sql, quote.transfers().getFirst())
                ? magic
                : new IntendedOutcome.ImmediateRejection(Kind.FX.insufficientFunds());
    }
}
