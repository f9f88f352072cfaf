package io.portolan.ledger.command;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventPosting;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be true of postings: the account's currency and scale, balanced, on open accounts, within their limits and 64 bits. */
final class PostingCheck {
    private final Book book;
    private final Command command;

    PostingCheck(Book book, Command command) {
        this.book = book;
        this.command = command;
    }

    RuleResult check(Event.BalancesChanged event) {
        return firstRejection(command.postings().stream().map(this::checkMoney))
                .or(() -> checkBalance(event))
                .or(() -> firstRejection(event.postings().stream().map(this::checkAccountIsOpen)))
                .or(() -> checkLimits(event))
                .orElseGet(() -> new RuleResult.Allowed(event));
    }

    private Optional<RuleResult> checkMoney(UncheckedPosting posting) {
        AccountId id = posting.account();
        if (!posting.currency().equals(id.currency())) {
            return reject(Reason.WRONG_CURRENCY, id, id.currency().code(), posting.currency());
        }
        int scale = account(id).map(Account::scale).orElse(id.currency().exponent());
        if (posting.scale() != scale) {
            return reject(Reason.WRONG_SCALE, id, scale + " decimals", posting.scale() + " decimals");
        }
        if (posting.minorUnits() == Long.MIN_VALUE) {
            return reject(Reason.OVERFLOW, id, "an amount that can be negated in 64 bits", posting.minorUnits());
        }
        return posting.minorUnits() == 0
                ? reject(Reason.MALFORMED, id, "an amount that is not 0", posting.minorUnits())
                : Optional.empty();
    }

    private Optional<RuleResult> checkBalance(Event.BalancesChanged event) {
        Map<Currency, Sides> sides = new LinkedHashMap<>();
        event.postings()
                .forEach(posting -> sides.computeIfAbsent(
                                posting.account().currency(), _ -> new Sides(posting.account()))
                        .add(posting.amount()));
        return firstRejection(sides.values().stream().map(this::checkBalance));
    }

    private Optional<RuleResult> checkBalance(Sides sides) {
        if (sides.debits.equals(sides.credits)) {
            return Optional.empty();
        }
        String code = sides.first.currency().code();
        return reject(
                Reason.UNBALANCED, sides.first, code + " credits of " + sides.debits, "credits of " + sides.credits);
    }

    private Optional<RuleResult> checkAccountIsOpen(EventPosting posting) {
        AccountId id = posting.account();
        return account(id)
                .map(account -> switch (account.status()) {
                    case OPEN -> Optional.<RuleResult>empty();
                    case FROZEN -> reject(Reason.ACCOUNT_FROZEN, id, "an open account", "frozen");
                    case CLOSED -> reject(Reason.ACCOUNT_CLOSED, id, "an open account", "closed");
                })
                .orElseGet(() -> reject(Reason.ACCOUNT_UNKNOWN, id, "an account of the book", "none"));
    }

    /** Balances must fit after each posting; the limits apply to the balances after the whole event. */
    private Optional<RuleResult> checkLimits(Event.BalancesChanged event) {
        Map<AccountId, Account> after = new LinkedHashMap<>();
        for (EventPosting posting : event.postings()) {
            Account before = Objects.requireNonNullElseGet(
                    after.get(posting.account()),
                    () -> account(posting.account()).orElseThrow());
            Optional<Account> changed = before.plus(posting);
            if (changed.isEmpty()) {
                String balance =
                        "a balance that fits in 64 bits (now " + before.posted() + ", held " + before.held() + ")";
                return reject(Reason.OVERFLOW, before.id(), balance, posting);
            }
            after.put(posting.account(), changed.get());
        }
        return new CustomerMoneyCheck(book, command)
                .check(event)
                .or(() -> firstRejection(after.values().stream().map(this::checkOverdraft)));
    }

    private Optional<RuleResult> checkOverdraft(Account after) {
        Account before = account(after.id()).orElseThrow();
        boolean isWorse = after.available() < before.available();
        return after.overdraftAllowed() || after.available() >= 0 || !isWorse
                ? Optional.empty()
                : reject(
                        Reason.OVERDRAFT,
                        after.id(),
                        "at most " + before.available(),
                        BigInteger.valueOf(before.available()).subtract(BigInteger.valueOf(after.available())));
    }

    private Optional<Account> account(AccountId id) {
        return book.accounts().find(id);
    }

    private Optional<RuleResult> reject(Reason reason, AccountId account, String required, Object found) {
        return Optional.of(RuleResult.reject(command, reason, account, required, found));
    }

    private static Optional<RuleResult> firstRejection(Stream<Optional<RuleResult>> checks) {
        return checks.flatMap(Optional::stream).findFirst();
    }

    /** An event's debits and credits in one currency, in minor units, however large. */
    private static final class Sides {
        private final AccountId first;
        private BigInteger debits = BigInteger.ZERO;
        private BigInteger credits = BigInteger.ZERO;

        Sides(AccountId first) {
            this.first = first;
        }

        void add(long amount) {
            if (amount > 0) {
                debits = debits.add(BigInteger.valueOf(amount));
            } else {
                credits = credits.subtract(BigInteger.valueOf(amount));
            }
        }
    }
}
