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

    private final RandomInputs draw;
    private final ReferenceBook book;

    InvalidCommands(RandomInputs draw, ReferenceBook book) {
        this.draw = draw;
        this.book = book;
    }

    Command next(List<Command> said) {
        return switch (draw.below(24)) {
            case 0, 1 -> changed(posting -> with(posting, posting.minorUnits() + 1));
            case 2, 3 -> changed(this::inAnotherCurrency);
            case 4, 5 -> changed(this::withAnotherScale);
            case 6 -> changed(posting -> with(posting, 0));
            case 7 -> changed(posting -> with(posting, Long.MIN_VALUE));
            case 8, 9 -> huge();
            case 10 -> post(draw.freshKey(), draw.postings().subList(0, draw.below(2)));
            case 11 -> post(draw.freshKey(), Collections.nCopies(101, RandomInputs.posting(draw.account(), 1)));
            case 12 -> badKey(draw.oneOf(BAD_KEYS));
            case 13 ->
                new Command.Freeze(draw.freshKey(), draw.account(), draw.below(2) == 0 ? "x".repeat(256) : "\u0007");
            case 14 -> dated(openDate().minusDays(1 + draw.below(3)));
            case 15 -> dated(openDate().plusDays(1 + draw.below(3)));
            case 16 -> said.isEmpty() ? huge() : post(draw.oneOf(said).key(), draw.postings());
            case 17 -> new Command.Post(draw.freshKey(), null, "", draw.postings(), "no-hold", null);
            case 18 -> new Command.Release("no-hold", "");
            case 19 -> new Command.Reverse("no-entry", "");
            case 20 ->
                new Command.Correct(
                        draw.freshKey(),
                        "no-entry",
                        "",
                        draw.postings(),
                        openDate().minusDays(1));
            case 21 ->
                new Command.Correct(
                        draw.freshKey(), null, "", draw.postings(), openDate().plusDays(draw.below(2)));
            case 22 ->
                new Command.Hold(draw.freshKey(), "", draw.account(), draw.oneOf(List.of(0L, -1L, Long.MAX_VALUE)));
            default -> badDay();
        };
    }

    /** Half-way to the end of 64 bits and beyond it, on accounts of its own, so that the others stay small. */
    private Command huge() {
        Currency currency = draw.currency();
        List<Long> amounts = List.of(Long.MAX_VALUE, Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE - 1);
        AccountId one = new AccountId(AccountKind.SUSPENSE, "huge", currency);
        AccountId other = new AccountId(AccountKind.NOSTRO, "huge", currency);
        long amount = draw.oneOf(amounts);
        return post(
                draw.freshKey(),
                draw.below(2) == 0 ? RandomInputs.pair(one, other, amount) : RandomInputs.pair(other, one, amount));
    }

    private Command badKey(String key) {
        return switch (draw.below(4)) {
            case 0 -> new Command.Release(key, "");
            case 1 -> new Command.Reverse(key, "");
            case 2 -> new Command.Freeze(key, draw.account(), "");
            default -> post(key, draw.postings());
        };
    }

    private Command badDay() {
        LocalDate open = openDate();
        return draw.oneOf(List.of(
                new Command.CloseDay(open, open),
                new Command.CloseDay(open, LocalDate.of(10_000, 1, 1)),
                new Command.CloseDay(open.plusDays(1), open.plusDays(2)),
                new Command.CloseDay(open.minusDays(1), open.plusDays(2))));
    }

    private Command dated(LocalDate date) {
        return new Command.Post(draw.freshKey(), null, "", draw.postings(), null, date);
    }

    /** A post of which one posting is not as it was. */
    private Command changed(UnaryOperator<UncheckedPosting> change) {
        List<UncheckedPosting> postings = new ArrayList<>(draw.postings());
        int wrong = draw.below(postings.size());
        postings.set(wrong, change.apply(postings.get(wrong)));
        return post(draw.freshKey(), postings);
    }

    private UncheckedPosting inAnotherCurrency(UncheckedPosting posting) {
        Currency other = draw.otherThan(posting.currency());
        return new UncheckedPosting(posting.account(), other, other.exponent(), posting.minorUnits());
    }

    private UncheckedPosting withAnotherScale(UncheckedPosting posting) {
        int other = posting.scale() + draw.oneOf(List.of(-1, 1));
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
