package io.portolan.ledger.reference;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.UncheckedPosting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Random commands: most make sense on the book as the reference knows it, the others are wrong in every way that a command can be. */
final class RandomCommands {
    static final LocalDate FIRST_DATE = LocalDate.of(2026, 11, 20);

    private final RandomInputs draw;
    private final ReferenceBook book;
    private final InvalidCommands mistakes;
    private final List<Command> issued = new ArrayList<>();

    RandomCommands(RandomInputs draw, ReferenceBook book) {
        this.draw = draw;
        this.book = book;
        this.mistakes = new InvalidCommands(draw, book);
    }

    Command next() {
        int dice = draw.below(100);
        if (dice < 4 && !issued.isEmpty()) {
            return draw.oneOf(issued);
        }
        Command next = dice < 20 ? mistakes.next(issued) : nextValid();
        issued.add(next);
        return next;
    }

    private Command nextValid() {
        return switch (draw.below(40)) {
            case 0, 1, 2, 3 -> new Command.Hold(draw.freshKey(), "hold", accountOfTheBook(), draw.amount());
            case 4, 5, 6 -> postOutOfHold();
            case 7, 8 -> new Command.Release(hold(), "release");
            case 9, 10 -> new Command.Reverse(entry(), "reverse");
            case 11, 12 -> new Command.Correct(draw.freshKey(), correctedOrNone(), "", draw.postings(), pastDate());
            case 13 -> open();
            case 14 -> new Command.Freeze(draw.freshKey(), accountOfTheBook(), "freeze");
            case 15, 16 -> new Command.Unfreeze(draw.freshKey(), frozenAccount(), "unfreeze");
            case 17 -> new Command.CloseAccount(draw.below(3) == 0 ? emptyAccount() : accountOfTheBook(), "close");
            case 18 -> new Command.CloseDay(openDate(), openDate().plusDays(1 + draw.below(3)));
            default -> post(draw.postings(), null);
        };
    }

    /** Now and then to other accounts than that of which the hold is. */
    private Command postOutOfHold() {
        String key = hold();
        Command.Hold hold = book.holds().get(key);
        return post(hold == null || draw.below(8) == 0 ? draw.postings() : draw.postingsOn(hold.account()), key);
    }

    private Command post(List<UncheckedPosting> postings, @Nullable String hold) {
        LocalDate date = draw.below(5) == 0 ? openDate() : null;
        return new Command.Post(draw.freshKey(), null, "post", postings, hold, date);
    }

    private Command open() {
        AccountId account = draw.account();
        return new Command.OpenAccount(account, !account.kind().isOverdraftAllowed());
    }

    private LocalDate openDate() {
        return book.openDate().orElse(FIRST_DATE);
    }

    private LocalDate pastDate() {
        return openDate().minusDays(1 + draw.below(30));
    }

    private String hold() {
        return orFresh(List.copyOf(book.holds().keySet()));
    }

    private String entry() {
        return orFresh(book.entries());
    }

    private @Nullable String correctedOrNone() {
        return draw.below(2) == 0 || book.entries().isEmpty() ? null : entry();
    }

    private String orFresh(List<String> keys) {
        return keys.isEmpty() ? draw.freshKey() : draw.oneOf(keys);
    }

    private AccountId accountOfTheBook() {
        return orAny(List.copyOf(book.balances().keySet()));
    }

    private AccountId frozenAccount() {
        return orAny(accountsWith(AccountStatus.FROZEN));
    }

    private AccountId emptyAccount() {
        return orAny(accountsWith(AccountStatus.OPEN).stream()
                .filter(account -> book.balances().get(account).isEmpty())
                .toList());
    }

    private List<AccountId> accountsWith(AccountStatus status) {
        return book.balances().entrySet().stream()
                .filter(account -> account.getValue().status() == status)
                .map(Map.Entry::getKey)
                .toList();
    }

    private AccountId orAny(List<AccountId> accounts) {
        return accounts.isEmpty() ? draw.account() : draw.oneOf(accounts);
    }
}
