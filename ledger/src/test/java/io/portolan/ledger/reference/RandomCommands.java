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

    private final RandomInputs inputs;
    private final ReferenceBook book;
    private final InvalidCommands invalidCommands;
    private final List<Command> issued = new ArrayList<>();

    RandomCommands(RandomInputs inputs, ReferenceBook book) {
        this.inputs = inputs;
        this.book = book;
        this.invalidCommands = new InvalidCommands(inputs, book);
    }

    Command next() {
        int dice = inputs.below(100);
        if (dice < 4 && !issued.isEmpty()) {
            return inputs.oneOf(issued);
        }
        Command next = dice < 20 ? invalidCommands.next(issued) : nextValid();
        issued.add(next);
        return next;
    }

    private Command nextValid() {
        return switch (inputs.below(40)) {
            case 0, 1, 2, 3 -> new Command.Hold(inputs.freshKey(), "hold", accountOfTheBook(), inputs.amount());
            case 4, 5, 6 -> postOutOfHold();
            case 7, 8 -> new Command.Release(hold(), "release");
            case 9, 10 -> new Command.Reverse(entry(), "reverse");
            case 11, 12 -> new Command.Correct(inputs.freshKey(), correctedOrNone(), "", inputs.postings(), pastDate());
            case 13 -> open();
            case 14 -> new Command.Freeze(inputs.freshKey(), accountOfTheBook(), "freeze");
            case 15, 16 -> new Command.Unfreeze(inputs.freshKey(), frozenAccount(), "unfreeze");
            case 17 -> new Command.CloseAccount(inputs.below(3) == 0 ? emptyAccount() : accountOfTheBook(), "close");
            case 18 -> new Command.CloseDay(openDate(), openDate().plusDays(1 + inputs.below(3)));
            default -> post(inputs.postings(), null);
        };
    }

    /** Now and then to other accounts than that of the hold. */
    private Command postOutOfHold() {
        String key = hold();
        Command.Hold hold = book.holds().get(key);
        return post(hold == null || inputs.below(8) == 0 ? inputs.postings() : inputs.postingsOn(hold.account()), key);
    }

    private Command post(List<UncheckedPosting> postings, @Nullable String hold) {
        LocalDate date = inputs.below(5) == 0 ? openDate() : null;
        return new Command.Post(inputs.freshKey(), inputs.payment(), "post", postings, hold, date);
    }

    private Command open() {
        AccountId account = inputs.account();
        return new Command.OpenAccount(account, !account.kind().isOverdraftAllowed());
    }

    private LocalDate openDate() {
        return book.openDate().orElse(FIRST_DATE);
    }

    private LocalDate pastDate() {
        return openDate().minusDays(1 + inputs.below(30));
    }

    private String hold() {
        return orFresh(List.copyOf(book.holds().keySet()));
    }

    private String entry() {
        return orFresh(book.entries());
    }

    private @Nullable String correctedOrNone() {
        return inputs.below(2) == 0 || book.entries().isEmpty() ? null : entry();
    }

    private String orFresh(List<String> keys) {
        return keys.isEmpty() ? inputs.freshKey() : inputs.oneOf(keys);
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
        return accounts.isEmpty() ? inputs.account() : inputs.oneOf(accounts);
    }
}
