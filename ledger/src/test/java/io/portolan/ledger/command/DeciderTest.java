package io.portolan.ledger.command;

import static io.portolan.ledger.command.BookUnderTest.FLOAT;
import static io.portolan.ledger.command.BookUnderTest.NOSTRO;
import static io.portolan.ledger.command.BookUnderTest.OWN_FUNDS;
import static io.portolan.ledger.command.BookUnderTest.TODAY;
import static io.portolan.ledger.command.BookUnderTest.post;
import static io.portolan.ledger.command.BookUnderTest.posting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.EventRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private final BookUnderTest book = BookUnderTest.withFloatOf(1_000);

    @Test
    void allCommandsTakeEffectOrNone() {
        Book before = book.book();

        Rejection rejection = book.reject(post("good", NOSTRO, FLOAT, 600), post("bad", NOSTRO, FLOAT, 600));

        assertThat(rejection.key()).isEqualTo("bad");
        assertThat(rejection.required()).isEqualTo("at most 400");
        assertThat(book.book()).isSameAs(before);
        assertThat(book.account(FLOAT).posted()).isEqualTo(1_000);
    }

    @Test
    void eachCommandSeesWhatThoseBeforeItDid() {
        book.apply(
                post("there", NOSTRO, FLOAT, 1_000),
                post("back", FLOAT, NOSTRO, 1_000),
                new Command.Hold("hold", "", FLOAT, 1_000),
                new Command.Release("hold", ""));

        assertThat(book.account(FLOAT).available()).isEqualTo(1_000);
    }

    @Test
    void noCommandsDoNothing() {
        CommandResult.Applied nothing = book.apply();

        assertThat(nothing.events()).isEmpty();
        assertThat(nothing.book()).isEqualTo(book.book());
    }

    @Test
    void aRepeatMakesNoEvent() {
        CommandResult.Applied again = book.apply(post("funding", FLOAT, OWN_FUNDS, 1_000));

        assertThat(again.events()).isEmpty();
        assertThat(again.postings()).isEmpty();
    }

    @Test
    void aRepeatMayGiveItsReasonInOtherWords() {
        List<UncheckedPosting> postings = List.of(posting(FLOAT, 1_000), posting(OWN_FUNDS, -1_000));

        CommandResult.Applied again =
                book.apply(new Command.Post("funding", null, "in other words", postings, null, null));

        assertThat(again.events()).isEmpty();
    }

    @Test
    void aKeyTwiceInOneRequestIsARepeatToo() {
        CommandResult.Applied once = book.apply(post("key", NOSTRO, FLOAT, 5), post("key", NOSTRO, FLOAT, 5));

        assertThat(once.events()).extracting(EventRow::key).endsWith("key").doesNotHaveDuplicates();
        assertThat(book.account(FLOAT).posted()).isEqualTo(995);
    }

    @Test
    void aKeyForTwoThingsInOneRequestIsRejected() {
        Rejection rejection = book.reject(post("key", NOSTRO, FLOAT, 5), post("key", NOSTRO, FLOAT, 6));

        assertThat(rejection.reason()).isEqualTo(Reason.KEY_REUSED);
    }

    @Test
    void whatWasRejectedMayBeSubmittedAgain() {
        Command.Post large = post("key", NOSTRO, FLOAT, 1_500);
        book.reject(large);
        book.apply(post("more", FLOAT, OWN_FUNDS, 500));

        book.apply(large);

        assertThat(book.account(FLOAT).posted()).isZero();
    }

    @Test
    void anEntryPostsToAnAccountAsOftenAsItLikes() {
        CommandResult.Applied applied =
                book.apply(post("key", posting(FLOAT, -1_000), posting(FLOAT, 400), posting(NOSTRO, 600)));

        assertThat(applied.postings().stream()
                        .filter(posting -> posting.account().equals(FLOAT)))
                .extracting(PostingRow::postedBefore, PostingRow::postedAfter, PostingRow::ordinal)
                .containsExactly(tuple(1_000L, 0L, 1), tuple(0L, 400L, 2));
    }

    @Test
    void theLimitAppliesAfterTheWholeEntry() {
        book.apply(post("key", posting(FLOAT, -1_500), posting(FLOAT, 1_000), posting(NOSTRO, 500)));

        assertThat(book.account(FLOAT).posted()).isEqualTo(500);
    }

    @Test
    void timesGrowByAMicrosecondWithinARequest() {
        book.clockIsAt(Instant.parse("2026-11-20T12:00:00.123456789Z"));

        CommandResult.Applied applied = book.apply(post("a", NOSTRO, FLOAT, 1), post("b", NOSTRO, FLOAT, 1));

        assertThat(applied.events())
                .extracting(EventRow::recordedAt)
                .containsExactly(
                        Instant.parse("2026-11-20T12:00:00.123456Z"),
                        Instant.parse("2026-11-20T12:00:00.123457Z"),
                        Instant.parse("2026-11-20T12:00:00.123458Z"));
    }

    @Test
    void timesGrowEvenIfTheClockGoesBack() {
        Instant last = book.book().recordedAt();
        book.clockIsAt(last.minusSeconds(3_600));

        EventRow event = book.apply(post("key", FLOAT, OWN_FUNDS, 1)).events().getFirst();

        assertThat(event.recordedAt()).isEqualTo(last.plusNanos(1_000));
        assertThat(event.businessDate()).isEqualTo(TODAY);
    }

    @Test
    void theBusinessDateIsNotTheClocks() {
        book.clockIsAt(Instant.parse("2027-05-01T12:00:00Z"));

        EventRow event = book.apply(post("key", FLOAT, OWN_FUNDS, 1)).events().getFirst();

        assertThat(event.businessDate()).isEqualTo(TODAY);
    }
}
