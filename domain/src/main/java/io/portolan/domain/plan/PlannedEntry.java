package io.portolan.domain.plan;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import java.util.List;
import java.util.stream.Stream;

/** An entry that a movement will post: when, under which name, and what. */
public record PlannedEntry(Occasion occasion, String name, List<Posting> postings) {
    /** The name of the entry that moves a movement's own amount: {@link #ofAmount} applies to it. */
    static final String BOOKED = "booked";

    static final String SETTLED = "settled";

    /** What has to happen for an entry to be posted. */
    public enum Occasion {
        /** The movement's first attempt is begun: what we do by ourselves, whatever its bank says. */
        INSTRUCTED,
        /** The bank has booked the movement. */
        BOOKED,
        /** Its funds have settled. */
        SETTLED,
        /** The bank has rejected it. */
        REJECTED,
        /** What was rejected is done after all: by another attempt or another plan, or because it turns out to be booked. */
        RETRIED
    }

    public PlannedEntry {
        postings = List.copyOf(postings);
    }

    /** The entry as it is posted for this instruction. */
    public JournalEntry of(InstructionKey key, MovementKind kind) {
        return new JournalEntry(key.value() + "/" + name, key.payment(), kind.code() + " " + name, postings);
    }

    /** The accounts that it touches. */
    public List<AccountId> accounts() {
        return postings.stream().map(Posting::account).toList();
    }

    /** The same, where another amount than the planned one was executed: what is booked is what was executed. */
    PlannedEntry ofAmount(Money executed) {
        if (!name.equals(BOOKED) && !name.equals(SETTLED)) {
            return this;
        }
        List<Posting> moved = postings.stream()
                .flatMap(posting -> ofAmount(posting, executed))
                .toList();
        return new PlannedEntry(occasion, name, moved);
    }

    /** Nobody is charged for what a bank moved beyond the plan: it stands in suspense until somebody finds out whose it is. */
    private static Stream<Posting> ofAmount(Posting planned, Money executed) {
        AccountId account = planned.account();
        boolean atBank = account.kind() == AccountKind.NOSTRO || account.kind() == AccountKind.IN_TRANSIT;
        if (planned.amount().isNegative()) {
            return Stream.of(new Posting(account, executed.negated()));
        }
        if (atBank || executed.compareTo(planned.amount()) <= 0) {
            return Stream.of(new Posting(account, executed));
        }
        AccountId suspense = AccountId.ofHouse(AccountKind.SUSPENSE, executed.currency());
        return Stream.of(planned, new Posting(suspense, executed.minus(planned.amount())));
    }
}
