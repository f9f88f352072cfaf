package io.portolan.ledger.command;

import static io.portolan.ledger.command.OpenBook.FLOAT;
import static io.portolan.ledger.command.OpenBook.NOSTRO;
import static io.portolan.ledger.command.OpenBook.OWN_FUNDS;
import static io.portolan.ledger.command.OpenBook.post;
import static io.portolan.ledger.command.OpenBook.postOutOf;
import static io.portolan.ledger.command.OpenBook.posting;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.ledger.book.Line;
import io.portolan.ledger.command.Rejection.Reason;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final Command.Hold HOLD = new Command.Hold("hold", "", FLOAT, 600);

    private final OpenBook book = OpenBook.withFloatOf(1_000);

    @Test
    void setsMoneyAsideWithoutPostingIt() {
        Line line = book.accept(HOLD).lines().getFirst();

        assertThat(line.amount()).isZero();
        assertThat(line.holdChange()).isEqualTo(600);
        assertThat(line.postedAfter()).isEqualTo(1_000);
        assertThat(line.heldAfter()).isEqualTo(600);
        assertThat(book.account(FLOAT).available()).isEqualTo(400);
    }

    @Test
    void keepsTheHeldMoneyFromOthers() {
        book.accept(HOLD);

        assertThat(book.refuse(post("key", NOSTRO, FLOAT, 401)).reason()).isEqualTo(Reason.OVERDRAFT);
        book.accept(post("key", NOSTRO, FLOAT, 400));
    }

    @Test
    void holdsNoMoreThanIsThere() {
        book.accept(HOLD);

        Rejection rejection = book.refuse(new Command.Hold("second", "", FLOAT, 401));

        assertThat(rejection)
                .hasToString("second refused on FLOAT:house:USD: OVERDRAFT, required at most 400, found 401");
    }

    @Test
    void postsOutOfTheHoldAllThatIsThere() {
        book.accept(HOLD);

        book.accept(postOutOf("hold", "key", posting(NOSTRO, 1_000), posting(FLOAT, -1_000)));

        assertThat(book.account(FLOAT).posted()).isZero();
        assertThat(book.account(FLOAT).held()).isZero();
        assertThat(book.book().holds().values()).isEmpty();
    }

    @Test
    void givesFreeWhatThePostingDidNotTake() {
        book.accept(HOLD);

        book.accept(postOutOf("hold", "key", posting(NOSTRO, 200), posting(FLOAT, -200)));

        assertThat(book.account(FLOAT).available()).isEqualTo(800);
    }

    @Test
    void postsOutOfAHoldOnce() {
        book.accept(HOLD, postOutOf("hold", "key", posting(NOSTRO, 600), posting(FLOAT, -600)));

        Rejection rejection = book.refuse(postOutOf("hold", "again", posting(NOSTRO, 1), posting(FLOAT, -1)));

        assertThat(rejection.reason()).isEqualTo(Reason.HOLD_UNKNOWN);
    }

    @Test
    void postsOutOfAHoldOnlyToTheAccountOfWhichItIs() {
        book.accept(HOLD);

        Rejection rejection = book.refuse(postOutOf("hold", "key", posting(NOSTRO, 600), posting(OWN_FUNDS, -600)));

        assertThat(rejection)
                .hasToString("key refused on FLOAT:house:USD: MALFORMED, required a posting to the account of the hold,"
                        + " found none");
        assertThat(book.account(FLOAT).held()).isEqualTo(600);
    }

    @Test
    void keepsTheHoldWhenThePostingIsRefused() {
        book.accept(HOLD);

        book.refuse(postOutOf("hold", "key", posting(NOSTRO, 1_001), posting(FLOAT, -1_001)));

        assertThat(book.account(FLOAT).held()).isEqualTo(600);
        assertThat(book.book().holds().contains("hold")).isTrue();
    }

    @Test
    void releasesWhatWasHeld() {
        book.accept(HOLD);

        Line line = book.accept(new Command.Release("hold", "")).lines().getFirst();

        assertThat(line.holdChange()).isEqualTo(-600);
        assertThat(book.account(FLOAT).available()).isEqualTo(1_000);
    }

    @Test
    void releasesOnceHoweverOftenItIsAsked() {
        book.accept(HOLD, new Command.Release("hold", ""));

        Decision.Accepted again = book.accept(new Command.Release("hold", "once more"));

        assertThat(again.events()).isEmpty();
    }

    @Test
    void releasesNothingThatWasPosted() {
        book.accept(HOLD, postOutOf("hold", "key", posting(NOSTRO, 600), posting(FLOAT, -600)));

        assertThat(book.refuse(new Command.Release("hold", "")).reason()).isEqualTo(Reason.HOLD_UNKNOWN);
    }

    @Test
    void doesNotHoldAgainWhenAHoldThatEndedIsRepeated() {
        book.accept(HOLD, new Command.Release("hold", ""));

        book.accept(HOLD);

        assertThat(book.account(FLOAT).held()).isZero();
    }

    @Test
    void leavesAFrozenAccountsHoldsAlone() {
        book.accept(HOLD, new Command.Freeze("freeze", FLOAT, ""));

        Rejection release = book.refuse(new Command.Release("hold", ""));
        Rejection posting = book.refuse(postOutOf("hold", "key", posting(NOSTRO, 1), posting(FLOAT, -1)));

        assertThat(release.reason()).isEqualTo(Reason.ACCOUNT_FROZEN);
        assertThat(posting.reason()).isEqualTo(Reason.ACCOUNT_FROZEN);
        assertThat(posting.account()).isEqualTo(FLOAT);
    }

    @Test
    void closesNoAccountOfWhichSomethingIsHeld() {
        book.accept(post("there", NOSTRO, OWN_FUNDS, 5), new Command.Hold("on nostro", "", NOSTRO, 5));
        book.accept(post("back", OWN_FUNDS, NOSTRO, 5));

        Rejection rejection = book.refuse(new Command.CloseAccount(NOSTRO, ""));

        assertThat(rejection.found()).isEqualTo("0, held 5");
    }
}
