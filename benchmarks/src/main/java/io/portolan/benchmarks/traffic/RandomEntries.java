package io.portolan.benchmarks.traffic;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Entries over a fixed number of accounts, half of them in each of two currencies. The same seed gives the same accounts and amounts. */
public final class RandomEntries {
    private static final Currency EUR = Currency.of("EUR");
    private static final Currency CNY = Currency.of("CNY");
    private static final AccountId HOT = new AccountId(AccountKind.NOSTRO, "HOT", EUR);
    private static final int MAX_AMOUNT = 1_000_000;

    private final Random random;
    private final List<AccountId> euros;
    private final List<AccountId> yuans;
    private int drawn;

    /** @param accounts how many, beside the hot one: 4 or more */
    public RandomEntries(int accounts, long seed) {
        this.random = new Random(seed);
        this.euros = accounts(accounts / 2, EUR);
        this.yuans = accounts(accounts / 2, CNY);
    }

    /** All accounts but the hot one. */
    public List<AccountId> accounts() {
        return Stream.concat(euros.stream(), yuans.stream()).toList();
    }

    /** Entries that post to every account once, the hot one too, which opens them. */
    public List<JournalEntry> openings() {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(entry(List.of(transfer(euros.getFirst(), HOT))));
        for (List<AccountId> accounts : List.of(euros, yuans)) {
            for (int i = 0; i + 1 < accounts.size(); i += 2) {
                entries.add(entry(List.of(transfer(accounts.get(i), accounts.get(i + 1)))));
            }
        }
        return entries;
    }

    /** The next entries. Each has a key and a payment of its own. */
    public List<JournalEntry> next(EntryKind kind, int count) {
        return Stream.generate(() -> next(kind)).limit(count).toList();
    }

    private JournalEntry next(EntryKind kind) {
        return switch (kind) {
            case TWO_POSTINGS -> entry(List.of(transfer(random.nextBoolean() ? euros : yuans)));
            case TWO_POSTINGS_HALF_HOT -> entry(List.of(drawn % 2 == 0 ? transfer(HOT, any(euros)) : transfer(yuans)));
            case FOUR_POSTINGS -> entry(List.of(transfer(euros), transfer(yuans)));
            case SIX_POSTINGS -> entry(List.of(transfer(euros), transfer(yuans), transfer(euros)));
        };
    }

    private JournalEntry entry(List<List<Posting>> transfers) {
        PaymentId payment = PaymentId.next();
        drawn++;
        List<Posting> postings = transfers.stream().flatMap(List::stream).toList();
        return new JournalEntry(payment + "/payout/booked", payment, "payout booked by the bank", postings);
    }

    private List<Posting> transfer(List<AccountId> accounts) {
        int from = random.nextInt(accounts.size());
        int distance = 1 + random.nextInt(accounts.size() - 1);
        return transfer(accounts.get(from), accounts.get((from + distance) % accounts.size()));
    }

    private List<Posting> transfer(AccountId from, AccountId to) {
        Money amount = new Money(from.currency(), 1 + random.nextInt(MAX_AMOUNT));
        return List.of(Posting.debit(to, amount), Posting.credit(from, amount));
    }

    private AccountId any(List<AccountId> accounts) {
        return accounts.get(random.nextInt(accounts.size()));
    }

    private static List<AccountId> accounts(int count, Currency currency) {
        return IntStream.range(0, count)
                .mapToObj(number -> new AccountId(AccountKind.NOSTRO, "BANK-" + number, currency))
                .toList();
    }
}
