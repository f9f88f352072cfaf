package io.portolan.ledger.command;

import static io.portolan.ledger.command.OpenBook.FLOAT;
import static io.portolan.ledger.command.OpenBook.NOSTRO;
import static io.portolan.ledger.command.OpenBook.OWN_FUNDS;
import static io.portolan.ledger.command.OpenBook.TODAY;
import static io.portolan.ledger.command.OpenBook.correct;
import static io.portolan.ledger.command.OpenBook.post;
import static io.portolan.ledger.command.OpenBook.posting;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Line;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.EventRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final OpenBook book = OpenBook.withFloatOf(1_000);
    private final List<Line> lines = new ArrayList<>();

    @Test
    void countsForTheOlderDateAndIsRecordedOnTheOpenOne() {
        closeToday();

        Line line = book.accept(fifty()).lines().getFirst();

        assertThat(line.businessDate()).isEqualTo(TOMORROW);
        assertThat(line.valueDate()).isEqualTo(TODAY);
        assertThat(line.account()).isEqualTo(NOSTRO);
    }

    @Test
    void changesTheBalanceByValueDateAndNotTheOneRecorded() {
        lines.addAll(book.accept(post("entry", NOSTRO, FLOAT, 300)).lines());
        closeToday();
        long before = balance(NOSTRO, TODAY, Line::valueDate);

        lines.addAll(book.accept(fifty()).lines());

        assertThat(before).isEqualTo(300);
        assertThat(balance(NOSTRO, TODAY, Line::valueDate)).isEqualTo(350);
        assertThat(balance(NOSTRO, TODAY, Line::businessDate)).isEqualTo(300);
        assertThat(balance(NOSTRO, TOMORROW, Line::businessDate)).isEqualTo(350);
    }

    @Test
    void namesTheEntryThatWasWrong() {
        closeToday();

        EventRow event = book.accept(new Command.Correct(
                        "right", "funding", "", List.of(posting(FLOAT, 5), posting(OWN_FUNDS, -5)), TODAY))
                .events()
                .getFirst();

        assertThat(event.reference()).isEqualTo("funding");
    }

    @Test
    void correctsNoEntryThatNobodyPosted() {
        Rejection rejection = book.refuse(new Command.Correct(
                "right", "wrong", "", List.of(posting(FLOAT, 5), posting(OWN_FUNDS, -5)), TODAY.minusDays(1)));

        assertThat(rejection)
                .hasToString("right refused on FLOAT:house:USD: ENTRY_UNKNOWN, required a posted entry, found wrong");
    }

    @Test
    void keepsToTheLimitsOfToday() {
        Rejection rejection =
                book.refuse(correct("key", TODAY.minusDays(1), posting(NOSTRO, 1_001), posting(FLOAT, -1_001)));

        assertThat(rejection.reason()).isEqualTo(Reason.OVERDRAFT);
    }

    @Test
    void isReversedAsAnyEntryIs() {
        closeToday();
        book.accept(fifty());

        book.accept(new Command.Reverse("right", ""));

        assertThat(book.account(NOSTRO).posted()).isZero();
    }

    private void closeToday() {
        book.accept(new Command.CloseDay(TODAY, TOMORROW));
    }

    private static Command fifty() {
        return correct("right", TODAY, posting(NOSTRO, 50), posting(OWN_FUNDS, -50));
    }

    private long balance(AccountId account, LocalDate until, Function<Line, LocalDate> date) {
        return lines.stream()
                .filter(line -> line.account().equals(account))
                .filter(line -> !date.apply(line).isAfter(until))
                .mapToLong(Line::amount)
                .sum();
    }
}
