package io.portolan.ledger.command;

import static io.portolan.ledger.command.BookUnderTest.FLOAT;
import static io.portolan.ledger.command.BookUnderTest.NOSTRO;
import static io.portolan.ledger.command.BookUnderTest.OWN_FUNDS;
import static io.portolan.ledger.command.BookUnderTest.post;
import static io.portolan.ledger.command.BookUnderTest.postOutOf;
import static io.portolan.ledger.command.BookUnderTest.posting;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.Rejection.Reason;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final Command.Hold HOLD = new Command.Hold("hold", "", FLOAT, 600);

    private final BookUnderTest book = BookUnderTest.withFloatOf(1_000);

    @Test
    void setsMoneyAsideWithoutPostingIt() {
        PostingRow posting = book.apply(HOLD).postings().getFirst();

        assertThat(posting.amount()).isZero();
        assertThat(posting.holdChange()).isEqualTo(600);
        assertThat(posting.postedAfter()).isEqualTo(1_000);
        assertThat(posting.heldAfter()).isEqualTo(600);
        assertThat(book.account(FLOAT).available()).isEqualTo(400);
    }

    @Test
    void keepsTheHeldMoneyFromOthers() {
        book.apply(HOLD);

        assertThat(book.reject(post("key", NOSTRO, FLOAT, 401)).reason()).isEqualTo(Reason.OVERDRAFT);
        book.apply(post("key", NOSTRO, FLOAT, 400));
    }

    @Test
    void holdsNoMoreThanIsThere() {
        book.apply(HOLD);

        Rejection rejection = book.reject(new Command.Hold("second", "", FLOAT, 401));

        assertThat(rejection)
                .hasToString("second rejected on FLOAT:house:USD: OVERDRAFT, required at most 400, found 401");
    }

    @Test
    void postsOutOfTheHoldAllThatIsThere() {
        book.apply(HOLD);

        book.apply(postOutOf("hold", "key", posting(NOSTRO, 1_000), posting(FLOAT, -1_000)));

        assertThat(book.account(FLOAT).posted()).isZero();
        assertThat(book.account(FLOAT).held()).isZero();
        assertThat(book.book().holds().values()).isEmpty();
    }

    @Test
    void releasesWhatThePostingDidNotTake() {
        book.apply(HOLD);

        book.apply(postOutOf("hold", "key", posting(NOSTRO, 200), posting(FLOAT, -200)));

        assertThat(book.account(FLOAT).available()).isEqualTo(800);
    }

    @Test
    void postsOutOfAHoldOnce() {
        book.apply(HOLD, postOutOf("hold", "key", posting(NOSTRO, 600), posting(FLOAT, -600)));

        Rejection rejection = book.reject(postOutOf("hold", "again", posting(NOSTRO, 1), posting(FLOAT, -1)));

        assertThat(rejection.reason()).isEqualTo(Reason.HOLD_UNKNOWN);
    }

    @Test
    void postsOutOfAHoldOnlyToItsOwnAccount() {
        book.apply(HOLD);

        Rejection rejection = book.reject(postOutOf("hold", "key", posting(NOSTRO, 600), posting(OWN_FUNDS, -600)));

        assertThat(rejection)
                .hasToString(
                        "key rejected on FLOAT:house:USD: MALFORMED, required a posting to the account of the hold,"
                                + " found none");
        assertThat(book.account(FLOAT).held()).isEqualTo(600);
    }

    @Test
    void keepsTheHoldWhenThePostingIsRejected() {
        book.apply(HOLD);

        book.reject(postOutOf("hold", "key", posting(NOSTRO, 1_001), posting(FLOAT, -1_001)));

        assertThat(book.account(FLOAT).held()).isEqualTo(600);
        assertThat(book.book().holds().contains("hold")).isTrue();
    }

    @Test
    void releasesWhatWasHeld() {
        book.apply(HOLD);

        PostingRow posting =
                book.apply(new Command.Release("hold", "")).postings().getFirst();

        assertThat(posting.holdChange()).isEqualTo(-600);
        assertThat(book.account(FLOAT).available()).isEqualTo(1_000);
    }

    @Test
    void releasesOnceHoweverOftenItIsSubmitted() {
        book.apply(HOLD, new Command.Release("hold", ""));

        CommandResult.Applied again = book.apply(new Command.Release("hold", "once more"));

        assertThat(again.events()).isEmpty();
    }

    @Test
    void releasesNothingThatWasPosted() {
        book.apply(HOLD, postOutOf("hold", "key", posting(NOSTRO, 600), posting(FLOAT, -600)));

        assertThat(book.reject(new Command.Release("hold", "")).reason()).isEqualTo(Reason.HOLD_UNKNOWN);
    }

    @Test
    void doesNotHoldAgainWhenAHoldThatEndedIsRepeated() {
        book.apply(HOLD, new Command.Release("hold", ""));

        book.apply(HOLD);

        assertThat(book.account(FLOAT).held()).isZero();
    }

    @Test
    void leavesAFrozenAccountsHoldsAlone() {
        book.apply(HOLD, new Command.Freeze("freeze", FLOAT, ""));

        Rejection release = book.reject(new Command.Release("hold", ""));
        Rejection posting = book.reject(postOutOf("hold", "key", posting(NOSTRO, 1), posting(FLOAT, -1)));

        assertThat(release.reason()).isEqualTo(Reason.ACCOUNT_FROZEN);
        assertThat(posting.reason()).isEqualTo(Reason.ACCOUNT_FROZEN);
        assertThat(posting.account()).isEqualTo(FLOAT);
    }

    @Test
    void closesNoAccountWithAnOpenHold() {
        book.apply(post("there", NOSTRO, OWN_FUNDS, 5), new Command.Hold("on nostro", "", NOSTRO, 5));
        book.apply(post("back", OWN_FUNDS, NOSTRO, 5));

        Rejection rejection = book.reject(new Command.CloseAccount(NOSTRO, ""));

        assertThat(rejection.found()).isEqualTo("0, held 5");
    }
}
