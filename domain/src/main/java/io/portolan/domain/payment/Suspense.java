package io.portolan.domain.payment;

import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.PaymentChange.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where money stands that an account of ours does not take: in suspense, with a break that says so. */
final class Suspense {
    private Suspense() {}

    /** The entry with its postings to the closed account posted to suspense. */
    static JournalEntry insteadOf(AccountId closed, JournalEntry entry) {
        List<Posting> postings = entry.postings().stream()
                .map(posting -> posting.account().equals(closed)
                        ? new Posting(AccountId.ofHouse(AccountKind.SUSPENSE, closed.currency()), posting.amount())
                        : posting)
                .toList();
        return new JournalEntry(entry.key(), entry.payment(), entry.narrative(), postings);
    }

    static Finding findingOf(AccountId closed, JournalEntry entry, Payment payment, Instant at) {
        InstructionKey key =
                InstructionKey.parse(entry.key().substring(0, entry.key().lastIndexOf('/')));
        Money posted = entry.postings().stream()
                .filter(posting -> posting.account().equals(closed))
                .map(Posting::amount)
                .reduce(Money::plus)
                .orElseThrow();
        Money amount = posted.isNegative() ? posted.negated() : posted;
        String detail = amount + " stands in suspense instead of on " + closed;
        Break found = Break.of(BreakType.IN_SUSPENSE, key, new Break.Claim(entry.key(), amount, detail), at);
        PaymentEvent event =
                PaymentEvent.of(payment.id(), "in_suspense", at, Map.of("break", found.id(), "account", closed.code()));
        return new Finding(found, event);
    }
}
