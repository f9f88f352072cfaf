package io.portolan.ledger.reference;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.UncheckedPosting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Commands that are wrong in one way, or come close to it. */
final class InvalidCommands {
    private static final List<String> BAD_KEYS = List.of(
            "",
            " ",
            " k",
            "k ",
            "k\n",
            "k".repeat(129),
            "\uD800",
            "book",
            "day/2026-11-21",
            "account/FLOAT:h1:USD/opened");

    private final RandomInputs inputs;
    private final ReferenceBook book;

    InvalidCommands(RandomInputs inputs, ReferenceBook book) {
        this.inputs = inputs;
        this.book = book;
    }

    Command next(List<Command> issued) {
        return switch (inputs.below(24)) {
            case 0, 1 -> changed(posting -> with(posting, posting.minorUnits() + 1));
            case 2, 3 -> changed(this::inAnotherCurrency);
            case 4, 5 -> changed(this::withAnotherScale);
            case 6 -> changed(posting -> with(posting, 0));
            case 7 -> changed(posting -> with(posting, Long.MIN_VALUE));
            case 8, 9 -> huge();
            case 10 -> post(inputs.freshKey(), inputs.postings().subList(0, inputs.below(2)));
            case 11 -> post(inputs.freshKey(), Collections.nCopies(101, RandomInputs.posting(inputs.account(), 1)));
            case 12 -> badKey(inputs.oneOf(BAD_KEYS));
            case 13 ->
                new Command.Freeze(
                        inputs.freshKey(), inputs.account(), inputs.below(2) == 0 ? "x".repeat(256) : "\u0007");
            case 14 -> dated(openDate().minusDays(1 + inputs.below(3)));
            case 15 -> dated(openDate().plusDays(1 + inputs.below(3)));
            case 16 -> issued.isEmpty() ? huge() : post(inputs.oneOf(issued).key(), inputs.postings());
            case 17 -> new Command.Post(inputs.freshKey(), null, "", inputs.postings(), "no-hold", null);
            case 18 -> new Command.Release("no-hold", "");
            case 19 -> new Command.Reverse("no-entry", "");
            case 20 ->
                new Command.Correct(
                        inputs.freshKey(),
                        "no-entry",
                        "",
                        inputs.postings(),
                        openDate().minusDays(1));
            case 21 ->
                new Command.Correct(
                        inputs.freshKey(),
                        null,
                        "",
                        inputs.postings(),
                        openDate().plusDays(inputs.below(2)));
            case 22 ->
                new Command.Hold(
                        inputs.freshKey(), "", inputs.account(), inputs.oneOf(List.of(0L, -1L, Long.MAX_VALUE)));
            default -> badDay();
        };
    }

    /** Half-way to the end of 64 bits and beyond it, on accounts of its own, so that the others stay small. */
    private Command huge() {
        Currency currency = inputs.currency();
        List<Long> amounts = List.of(Long.MAX_VALUE, Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE - 1);
        AccountId one = new AccountId(AccountKind.SUSPENSE, "huge", currency);
        AccountId other = new AccountId(AccountKind.NOSTRO, "huge", currency);
        long amount = inputs.oneOf(amounts);
        return post(
                inputs.freshKey(),
                inputs.below(2) == 0 ? RandomInputs.pair(one, other, amount) : RandomInputs.pair(other, one, amount));
    }

    private Command badKey(String key) {
        return switch (inputs.below(4)) {
            case 0 -> new Command.Release(key, "");
            case 1 -> new Command.Reverse(key, "");
            case 2 -> new Command.Freeze(key, inputs.account(), "");
            default -> post(key, inputs.postings());
        };
    }

    private Command badDay() {
        LocalDate open = openDate();
        return inputs.oneOf(List.of(
                new Command.CloseDay(open, open),
                new Command.CloseDay(open, LocalDate.of(10_000, 1, 1)),
                new Command.CloseDay(open.plusDays(1), open.plusDays(2)),
                new Command.CloseDay(open.minusDays(1), open.plusDays(2))));
    }

    private Command dated(LocalDate date) {
        return new Command.Post(inputs.freshKey(), null, "", inputs.postings(), null, date);
    }

    /** A post of which one posting is not as it was. */
    private Command changed(UnaryOperator<UncheckedPosting> change) {
        List<UncheckedPosting> postings = new ArrayList<>(inputs.postings());
        int wrong = inputs.below(postings.size());
        postings.set(wrong, change.apply(postings.get(wrong)));
        return post(inputs.freshKey(), postings);
    }

    private UncheckedPosting inAnotherCurrency(UncheckedPosting posting) {
        Currency other = inputs.otherThan(posting.currency());
        return new UncheckedPosting(posting.account(), other, other.exponent(), posting.minorUnits());
    }

    private UncheckedPosting withAnotherScale(UncheckedPosting posting) {
        int other = posting.scale() + inputs.oneOf(List.of(-1, 1));
        return new UncheckedPosting(posting.account(), posting.currency(), other, posting.minorUnits());
    }

    private static UncheckedPosting with(UncheckedPosting posting, long minorUnits) {
        return RandomInputs.posting(posting.account(), minorUnits);
    }

    private static Command post(String key, List<UncheckedPosting> postings) {
        return new Command.Post(key, null, "", postings, null, null);
    }

    private LocalDate openDate() {
        return book.openDate().orElse(RandomCommands.FIRST_DATE);
    }
}
