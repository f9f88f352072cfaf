package io.portolan.ledger.reference;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.command.UncheckedPosting;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The book's rules once more, as plain as can be: maps that change, balances without bounds, and nothing of the engine but its types. */
final class ReferenceBook {
    private final Map<AccountId, ReferenceBalance> balances = new TreeMap<>();
    private final Map<String, Command.Hold> holds = new TreeMap<>();
    private final Map<String, List<Object>> contentByKey = new HashMap<>();
    private final Map<String, Entry> entries = new TreeMap<>();
    private final ReferencePayments payments = new ReferencePayments();
    private @Nullable LocalDate openDate;

    /** Why the request is rejected, and then nothing changed; empty if all of it took effect. */
    Optional<Reason> execute(Request request) {
        ReferenceBook trial = new ReferenceBook();
        trial.copyFrom(this);
        for (Command command : request.commands()) {
            Optional<Reason> rejected = trial.execute(command, request.at());
            if (rejected.isPresent()) {
                return rejected;
            }
        }
        copyFrom(trial);
        return Optional.empty();
    }

    Map<AccountId, ReferenceBalance> balances() {
        return balances;
    }

    Map<String, Command.Hold> holds() {
        return holds;
    }

    ReferencePayments payments() {
        return payments;
    }

    /** The keys of what can be reversed. */
    List<String> entries() {
        return List.copyOf(entries.keySet());
    }

    Optional<LocalDate> openDate() {
        return Optional.ofNullable(openDate);
    }

    private void copyFrom(ReferenceBook other) {
        replace(balances, other.balances);
        replace(holds, other.holds);
        replace(contentByKey, other.contentByKey);
        replace(entries, other.entries);
        payments.copyFrom(other.payments);
        openDate = other.openDate;
    }

    private static <K, V> void replace(Map<K, V> map, Map<K, V> by) {
        map.clear();
        map.putAll(by);
    }

    private Optional<Reason> execute(Command command, Instant at) {
        if (MalformedCommands.isMalformed(command)) {
            return Optional.of(Reason.MALFORMED);
        }
        List<Object> essence = ComparableContent.of(command);
        List<Object> earlier = contentByKey.putIfAbsent(command.key(), essence);
        if (earlier != null) {
            return earlier.equals(essence) ? Optional.empty() : Optional.of(Reason.KEY_REUSED);
        }
        LocalDate open = Objects.requireNonNullElseGet(openDate, () -> LocalDate.ofInstant(at, ZoneOffset.UTC));
        openDate = open;
        return switch (command) {
            case Command.Post post -> post(post, open);
            case Command.Correct correct -> correct(correct, open);
            case Command.Reverse reverse -> reverse(reverse);
            case Command.Hold hold -> hold(hold);
            case Command.Release release -> release(release);
            case Command.OpenAccount opening -> open(opening.account(), opening.overdraftAllowed());
            case Command.Freeze freeze -> change(freeze.account(), AccountStatus.FROZEN);
            case Command.Unfreeze unfreeze -> change(unfreeze.account(), AccountStatus.OPEN);
            case Command.CloseAccount close -> closeAccount(close.account());
            case Command.CloseDay close -> closeDay(close, open);
        };
    }

    private Optional<Reason> post(Command.Post post, LocalDate open) {
        LocalDate date = post.date() == null ? open : post.date();
        if (!date.equals(open)) {
            return Optional.of(date.isBefore(open) ? Reason.DAY_CLOSED : Reason.DAY_NOT_OPEN);
        }
        List<ReferencePosting> postings = ReferencePosting.of(post.postings(), 1);
        if (post.hold() != null) {
            Command.Hold hold = holds.remove(post.hold());
            if (hold == null) {
                return Optional.of(Reason.HOLD_UNKNOWN);
            }
            if (postings.stream().noneMatch(posting -> posting.account().equals(hold.account()))) {
                return Optional.of(Reason.MALFORMED);
            }
            postings.add(ReferencePosting.hold(hold, -1));
        }
        return postEntry(post, post.payment(), postings);
    }

    private Optional<Reason> correct(Command.Correct correct, LocalDate open) {
        if (!correct.valueDate().isBefore(open)) {
            return Optional.of(Reason.DAY_NOT_OPEN);
        }
        if (correct.corrects() != null && !entries.containsKey(correct.corrects())) {
            return Optional.of(Reason.ENTRY_UNKNOWN);
        }
        PaymentId payment = correct.corrects() == null
                ? null
                : entries.get(correct.corrects()).payment();
        return postEntry(correct, payment, ReferencePosting.of(correct.postings(), 1));
    }

    private Optional<Reason> postEntry(Command entry, @Nullable PaymentId payment, List<ReferencePosting> postings) {
        for (UncheckedPosting posting : entry.postings()) {
            if (!balances.containsKey(posting.account())) {
                open(posting.account(), posting.account().kind().isOverdraftAllowed());
            }
        }
        entries.put(entry.key(), new Entry(payment, entry.postings()));
        return ReferencePosting.checkMoney(entry.postings()).or(() -> apply(payment, postings));
    }

    private Optional<Reason> reverse(Command.Reverse reverse) {
        Entry entry = entries.get(reverse.entry());
        return entry == null
                ? Optional.of(Reason.ENTRY_UNKNOWN)
                : apply(entry.payment(), ReferencePosting.of(entry.postings(), -1));
    }

    private Optional<Reason> hold(Command.Hold hold) {
        holds.put(hold.key(), hold);
        return hold.amount() <= 0
                ? Optional.of(Reason.MALFORMED)
                : apply(null, List.of(ReferencePosting.hold(hold, 1)));
    }

    private Optional<Reason> release(Command.Release release) {
        Command.Hold hold = holds.remove(release.hold());
        return hold == null ? Optional.of(Reason.HOLD_UNKNOWN) : apply(null, List.of(ReferencePosting.hold(hold, -1)));
    }

    private Optional<Reason> open(AccountId account, boolean overdraftAllowed) {
        balances.put(
                account, new ReferenceBalance(BigInteger.ZERO, BigInteger.ZERO, overdraftAllowed, AccountStatus.OPEN));
        contentByKey.put(
                "account/" + account.code() + "/opened", ComparableContent.ofOpening(account, overdraftAllowed));
        return Optional.empty();
    }

    private Optional<Reason> closeAccount(AccountId account) {
        ReferenceBalance balance = balances.get(account);
        return balance != null && !balance.isEmpty()
                ? Optional.of(Reason.ACCOUNT_IN_USE)
                : change(account, AccountStatus.CLOSED);
    }

    private Optional<Reason> change(AccountId account, AccountStatus status) {
        ReferenceBalance balance = balances.get(account);
        if (balance == null) {
            return Optional.of(Reason.ACCOUNT_UNKNOWN);
        }
        balances.put(account, balance.with(status));
        return balance.status() == AccountStatus.CLOSED ? Optional.of(Reason.ACCOUNT_CLOSED) : Optional.empty();
    }

    private Optional<Reason> closeDay(Command.CloseDay close, LocalDate open) {
        if (close.date().isAfter(open)) {
            return Optional.of(Reason.DAY_NOT_OPEN);
        }
        openDate = close.nextDate();
        boolean isNext = close.date().equals(open) && close.nextDate().isAfter(open);
        return isNext ? Optional.empty() : Optional.of(Reason.DAY_CLOSED);
    }

    private Optional<Reason> apply(@Nullable PaymentId payment, List<ReferencePosting> postings) {
        return ReferencePosting.apply(postings, payment, balances, payments);
    }

    private record Entry(@Nullable PaymentId payment, List<UncheckedPosting> postings) {}
}
