package io.portolan.activities;

import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.CollectionBank;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.bank.ScriptedBank;
import io.portolan.domain.bank.ScriptedBanks;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.fx.ScriptedDesk;
import io.portolan.domain.fx.TradeOrder;
import io.portolan.domain.party.Party;
import java.time.Clock;
import java.time.Duration;

/** The other sides, each behind the interruptions. */
final class PortsUnderTest {
    private PortsUnderTest() {}

    /** Every bank, played by this one. */
    record InterruptedBanks(ScriptedBank bank, Interruptions interruptions) implements Banks {
        @Override
        public CollectionBank collectionBank(String id) {
            return interruptions.around(CollectionBank.class, bank);
        }

        @Override
        public PayoutBank payoutBank(String id) {
            return interruptions.around(PayoutBank.class, bank);
        }

        @Override
        public StatementBank statementBank(String id) {
            return new ScriptedBanks(bank).statementBank(id);
        }

        @Override
        public Party accountHolder() {
            return new ScriptedBanks(bank).accountHolder();
        }

        @Override
        public NostroAccounts accounts() {
            return new ScriptedBanks(bank).accounts();
        }
    }

    /** A dealer whose rates hold for a quarter of an hour from whenever they are asked for, save those that a script calls lapsed. */
    record FreshRates(ScriptedDesk desk, Clock clock) implements FxDesk {
        static final String LAPSED = "lapsed";

        @Override
        public RateResponse quote(RateRequest request) {
            RateResponse answer = desk.quote(request);
            return answer instanceof RateResponse.Offered(FirmRate rate)
                            && !clock.instant().isBefore(rate.expiresAt())
                            && !rate.dealerQuote().equals(LAPSED)
                    ? new RateResponse.Offered(fresh(rate))
                    : answer;
        }

        @Override
        public Submission instruct(TradeOrder order) {
            return desk.instruct(order);
        }

        @Override
        public InquiryResult inquire(TradeOrder order) {
            return desk.inquire(order);
        }

        private FirmRate fresh(FirmRate rate) {
            return new FirmRate(
                    rate.dealerQuote(),
                    rate.sell(),
                    rate.buy(),
                    rate.rate(),
                    clock.instant().plus(Duration.ofMinutes(15)));
        }
    }
}
