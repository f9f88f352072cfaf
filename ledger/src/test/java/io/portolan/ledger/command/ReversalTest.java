package io.portolan.ledger.command;

import static io.portolan.ledger.command.BookUnderTest.FLOAT;
import static io.portolan.ledger.command.BookUnderTest.NOSTRO;
import static io.portolan.ledger.command.BookUnderTest.TODAY;
import static io.portolan.ledger.command.BookUnderTest.post;
import static io.portolan.ledger.command.BookUnderTest.postOutOf;
import static io.portolan.ledger.command.BookUnderTest.posting;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ids.PaymentId;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReversalTest {
    private final BookUnderTest book = BookUnderTest.withFloatOf(1_000);

    @Test
    void movesTheSameMoneyBack() {
        book.apply(post("entry", NOSTRO, FLOAT, 300));

        EventRow reversed =
                book.apply(new Command.Reverse("entry", "wrong bank")).events().getFirst();

        assertThat(reversed.kind()).isEqualTo(EventKind.REVERSED);
        assertThat(reversed.reference()).isEqualTo("entry");
        assertThat(reversed.body()).isEqualTo("NOSTRO:house:USD -300 0;FLOAT:house:USD 300 0");
        assertThat(book.account(FLOAT).posted()).isEqualTo(1_000);
    }

    @Test
    void reversesOnceHoweverOftenItIsAsked() {
        book.apply(post("entry", NOSTRO, FLOAT, 300), new Command.Reverse("entry", "wrong bank"));

        CommandResult.Applied again = book.apply(new Command.Reverse("entry", "told again"));

        assertThat(again.events()).isEmpty();
        assertThat(book.account(FLOAT).posted()).isEqualTo(1_000);
    }

    @Test
    void reversesNoReversal() {
        book.apply(post("entry", NOSTRO, FLOAT, 300), new Command.Reverse("entry", ""));

        assertThat(book.reject(new Command.Reverse("entry/reversed", "")).reason())
                .isEqualTo(Reason.ENTRY_UNKNOWN);
    }

    @Test
    void reversesNoHold() {
        book.apply(new Command.Hold("hold", "", FLOAT, 1));

        assertThat(book.reject(new Command.Reverse("hold", "")).reason()).isEqualTo(Reason.ENTRY_UNKNOWN);
    }

    @Test
    void doesNotHoldAgainWhatThePostingSettled() {
        book.apply(
                new Command.Hold("hold", "", FLOAT, 600),
                postOutOf("hold", "entry", posting(NOSTRO, 600), posting(FLOAT, -600)));

        book.apply(new Command.Reverse("entry", ""));

        assertThat(book.account(FLOAT).available()).isEqualTo(1_000);
    }

    @Test
    void keepsThePaymentOfTheEntryAndTheOpenDate() {
        PaymentId payment = PaymentId.next();
        book.apply(new Command.Post("entry", payment, "", List.of(posting(NOSTRO, 1), posting(FLOAT, -1)), null, null));
        book.apply(new Command.CloseDay(TODAY, TODAY.plusDays(1)));

        EventRow reversed =
                book.apply(new Command.Reverse("entry", "")).events().getFirst();

        assertThat(reversed.payment()).isEqualTo(payment);
        assertThat(reversed.businessDate()).isEqualTo(TODAY.plusDays(1));
        assertThat(reversed.valueDate()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void rejectsToTakeBackWhatHasBeenSpent() {
        book.apply(post("spent", NOSTRO, FLOAT, 900));

        Rejection rejection = book.reject(new Command.Reverse("funding", ""));

        assertThat(rejection)
                .hasToString(
                        "funding/reversed rejected on FLOAT:house:USD: OVERDRAFT, required at most 100, found 1000");
    }
}
