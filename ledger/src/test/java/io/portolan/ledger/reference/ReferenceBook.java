package io.portolan.ledger.reference;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account.Status;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.PostingRequest;
import io.portolan.ledger.command.Rejection.Reason;
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

/** The book's rules once more, as plainly as they can be said: maps that change, balances without bounds, and nothing of the engine but its words. */
final class ReferenceBook {
    private final Map<AccountId, Balance> balances = new TreeMap<>();
    private final Map<String, Command.Hold> holds = new TreeMap<>();
    private final Map<String, List<Object>> asked = new HashMap<>();
    private final Map<String, List<PostingRequest>> entries = new TreeMap<>();
    private @Nullable LocalDate openDate;

    /** Why the request is refused, and then nothing changed; empty if all of it happened. */
    Optional<Reason> take(Request request) {
        ReferenceBook trial = new ReferenceBook();
        trial.become(this);
        for (Command command : request.commands()) {
            Optional<Reason> refused = trial.take(command, request.at());
            if (refused.isPresent()) {
                return refused;
            }
        }
        become(trial);
        return Optional.empty();
    }

    Map<AccountId, Balance> balances() {
        return balances;
    }

    Map<String, Command.Hold> holds() {
        return holds;
    }

    /** The keys of what can be reversed. */
    List<String> entries() {
        return List.copyOf(entries.keySet());
    }

    Optional<LocalDate> openDate() {
        return Optional.ofNullable(openDate);
    }

    private void become(ReferenceBook other) {
        replace(balances, other.balances);
        replace(holds, other.holds);
        replace(asked, other.asked);
        replace(entries, other.entries);
        openDate = other.openDate;
    }

    private static <K, V> void replace(Map<K, V> map, Map<K, V> by) {
        map.clear();
        map.putAll(by);
    }

    private Optional<Reason> take(Command command, Instant at) {
        if (Malformed.is(command)) {
            return Optional.of(Reason.MALFORMED);
        }
        List<Object> essence = Essence.of(command);
        List<Object> earlier = asked.putIfAbsent(command.key(), essence);
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
            case Command.Freeze freeze -> change(freeze.account(), Status.FROZEN);
            case Command.Unfreeze unfreeze -> change(unfreeze.account(), Status.OPEN);
            case Command.CloseAccount close -> closeAccount(close.account());
            case Command.CloseDay close -> closeDay(close, open);
        };
    }

    private Optional<Reason> post(Command.Post post, LocalDate open) {
        LocalDate date = post.date() == null ? open : post.date();
        if (!date.equals(open)) {
            return Optional.of(date.isBefore(open) ? Reason.DAY_CLOSED : Reason.DAY_NOT_OPEN);
        }
        List<Step> steps = Step.of(post.postings(), 1);
        if (post.hold() != null) {
            Command.Hold hold = holds.remove(post.hold());
            if (hold == null) {
                return Optional.of(Reason.HOLD_UNKNOWN);
            }
            if (steps.stream().noneMatch(step -> step.account().equals(hold.account()))) {
                return Optional.of(Reason.MALFORMED);
            }
            steps.add(Step.hold(hold, -1));
        }
        return enter(post, steps);
    }

    private Optional<Reason> correct(Command.Correct correct, LocalDate open) {
        if (!correct.valueDate().isBefore(open)) {
            return Optional.of(Reason.DAY_NOT_OPEN);
        }
        if (correct.corrects() != null && !entries.containsKey(correct.corrects())) {
            return Optional.of(Reason.ENTRY_UNKNOWN);
        }
        return enter(correct, Step.of(correct.postings(), 1));
    }

    private Optional<Reason> enter(Command entry, List<Step> steps) {
        for (PostingRequest posting : entry.postings()) {
            if (!balances.containsKey(posting.account())) {
                open(posting.account(), posting.account().kind().isOverdraftAllowed());
            }
        }
        entries.put(entry.key(), entry.postings());
        return Step.wrongMoney(entry.postings()).or(() -> move(steps));
    }

    private Optional<Reason> reverse(Command.Reverse reverse) {
        List<PostingRequest> postings = entries.get(reverse.entry());
        return postings == null ? Optional.of(Reason.ENTRY_UNKNOWN) : move(Step.of(postings, -1));
    }

    private Optional<Reason> hold(Command.Hold hold) {
        holds.put(hold.key(), hold);
        return hold.amount() <= 0 ? Optional.of(Reason.MALFORMED) : move(List.of(Step.hold(hold, 1)));
    }

    private Optional<Reason> release(Command.Release release) {
        Command.Hold hold = holds.remove(release.hold());
        return hold == null ? Optional.of(Reason.HOLD_UNKNOWN) : move(List.of(Step.hold(hold, -1)));
    }

    private Optional<Reason> open(AccountId account, boolean overdraftAllowed) {
        balances.put(account, new Balance(BigInteger.ZERO, BigInteger.ZERO, overdraftAllowed, Status.OPEN));
        asked.put("account/" + account.code() + "/opened", Essence.ofOpening(account, overdraftAllowed));
        return Optional.empty();
    }

    private Optional<Reason> closeAccount(AccountId account) {
        Balance balance = balances.get(account);
        return balance != null && !balance.isEmpty()
                ? Optional.of(Reason.ACCOUNT_IN_USE)
                : change(account, Status.CLOSED);
    }

    private Optional<Reason> change(AccountId account, Status status) {
        Balance balance = balances.get(account);
        if (balance == null) {
            return Optional.of(Reason.ACCOUNT_UNKNOWN);
        }
        balances.put(account, balance.with(status));
        return balance.status() == Status.CLOSED ? Optional.of(Reason.ACCOUNT_CLOSED) : Optional.empty();
    }

    private Optional<Reason> closeDay(Command.CloseDay close, LocalDate open) {
        if (close.date().isAfter(open)) {
            return Optional.of(Reason.DAY_NOT_OPEN);
        }
        openDate = close.next();
        boolean isNext = close.date().equals(open) && close.next().isAfter(open);
        return isNext ? Optional.empty() : Optional.of(Reason.DAY_CLOSED);
    }

    private Optional<Reason> move(List<Step> steps) {
        return Step.take(steps, balances);
    }
}
