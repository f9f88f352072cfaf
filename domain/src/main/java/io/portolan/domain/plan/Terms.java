package io.portolan.domain.plan;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.Party;
import java.util.List;

/** What a movement's instruction will say, whole: nothing of it is looked up when it is sent. */
public sealed interface Terms {
    /** What is moved; of a trade, what is sold. */
    Money amount();

    /** Our account at the bank that is instructed. */
    NostroAccount account();

    /** How each of our accounts changes, if {@code executed} is what the bank executed. */
    List<Flow> flows(Money executed);

    /** How the balance of one of our accounts changes. */
    record Flow(NostroAccount account, Money change) {}

    /** Takes money from the buyer into our account. */
    record Collection(Money amount, Party payer, NostroAccount into) implements Terms {
        @Override
        public NostroAccount account() {
            return into;
        }

        @Override
        public List<Flow> flows(Money executed) {
            return List.of(new Flow(into, executed));
        }
    }

    /** Moves money between two accounts of ours; {@code holder} is who holds both, as the instructed bank has to be told. */
    record OwnTransfer(Money amount, NostroAccount from, NostroAccount into, Party holder) implements Terms {
        @Override
        public NostroAccount account() {
            return from;
        }

        @Override
        public List<Flow> flows(Money executed) {
            return List.of(new Flow(from, executed.negated()), new Flow(into, executed));
        }
    }

    /** Executes a dealer's firm rate: no other rate, and not after it has lapsed. */
    record Trade(FirmRate rate, String dealer, NostroAccount sold, NostroAccount bought) implements Terms {
        @Override
        public Money amount() {
            return rate.sell();
        }

        @Override
        public NostroAccount account() {
            return sold;
        }

        @Override
        public List<Flow> flows(Money executed) {
            return List.of(new Flow(sold, rate.sell().negated()), new Flow(bought, rate.buy()));
        }
    }

    /** Pays the seller. */
    record Payout(Money amount, Party payee, NostroAccount from, String purpose) implements Terms {
        @Override
        public NostroAccount account() {
            return from;
        }

        @Override
        public List<Flow> flows(Money executed) {
            return List.of(new Flow(from, executed.negated()));
        }
    }

    /** Gives money back to the buyer of an earlier collection. */
    record Refund(Money amount, Party payer, NostroAccount from, InstructionKey collection) implements Terms {
        @Override
        public NostroAccount account() {
            return from;
        }

        @Override
        public List<Flow> flows(Money executed) {
            return List.of(new Flow(from, executed.negated()));
        }
    }
}
