package io.portolan.ledger.command;

import static io.portolan.ledger.command.BookUnderTest.FLOAT;
import static io.portolan.ledger.command.BookUnderTest.NOSTRO;
import static io.portolan.ledger.command.BookUnderTest.OWN_FUNDS;
import static io.portolan.ledger.command.BookUnderTest.TODAY;
import static io.portolan.ledger.command.BookUnderTest.correct;
import static io.portolan.ledger.command.BookUnderTest.post;
import static io.portolan.ledger.command.BookUnderTest.posting;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.EventRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final BookUnderTest book = BookUnderTest.withFloatOf(1_000);
    private final List<PostingRow> postings = new ArrayList<>();

    @Test
    void countsForTheOlderDateAndIsRecordedOnTheOpenOne() {
        closeToday();

        PostingRow posting = book.apply(fifty()).postings().getFirst();

        assertThat(posting.businessDate()).isEqualTo(TOMORROW);
        assertThat(posting.valueDate()).isEqualTo(TODAY);
        assertThat(posting.account()).isEqualTo(NOSTRO);
    }

    @Test
    void changesTheBalanceByValueDateAndNotTheOneRecorded() {
        postings.addAll(book.apply(post("entry", NOSTRO, FLOAT, 300)).postings());
        closeToday();
        long before = balance(NOSTRO, TODAY, PostingRow::valueDate);

        postings.addAll(book.apply(fifty()).postings());

        assertThat(before).isEqualTo(300);
        assertThat(balance(NOSTRO, TODAY, PostingRow::valueDate)).isEqualTo(350);
        assertThat(balance(NOSTRO, TODAY, PostingRow::businessDate)).isEqualTo(300);
        assertThat(balance(NOSTRO, TOMORROW, PostingRow::businessDate)).isEqualTo(350);
    }

    @Test
    void namesTheEntryThatWasWrong() {
        closeToday();

        EventRow event = book.apply(new Command.Correct(
                        "right", "funding", "", List.of(posting(FLOAT, 5), posting(OWN_FUNDS, -5)), TODAY))
                .events()
                .getFirst();

        assertThat(event.reference()).isEqualTo("funding");
    }

    @Test
    void correctsNoEntryThatNobodyPosted() {
        Rejection rejection = book.reject(new Command.Correct(
                "right", "wrong", "", List.of(posting(FLOAT, 5), posting(OWN_FUNDS, -5)), TODAY.minusDays(1)));

        assertThat(rejection)
                .hasToString("right rejected on FLOAT:house:USD: ENTRY_UNKNOWN, required a posted entry, found wrong");
    }

    @Test
    void keepsToTheLimitsOfToday() {
        Rejection rejection =
                book.reject(correct("key", TODAY.minusDays(1), posting(NOSTRO, 1_001), posting(FLOAT, -1_001)));

        assertThat(rejection.reason()).isEqualTo(Reason.OVERDRAFT);
    }

    @Test
    void isReversedAsAnyEntryIs() {
        closeToday();
        book.apply(fifty());

        book.apply(new Command.Reverse("right", ""));

        assertThat(book.account(NOSTRO).posted()).isZero();
    }

    private void closeToday() {
        book.apply(new Command.CloseDay(TODAY, TOMORROW));
    }

    private static Command fifty() {
        return correct("right", TODAY, posting(NOSTRO, 50), posting(OWN_FUNDS, -50));
    }

    private long balance(AccountId account, LocalDate until, Function<PostingRow, LocalDate> date) {
        return postings.stream()
                .filter(posting -> posting.account().equals(account))
                .filter(posting -> !date.apply(posting).isAfter(until))
                .mapToLong(PostingRow::amount)
                .sum();
    }
}
