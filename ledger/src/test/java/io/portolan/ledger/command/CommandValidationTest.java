package io.portolan.ledger.command;

import static io.portolan.ledger.command.BookUnderTest.FLOAT;
import static io.portolan.ledger.command.BookUnderTest.NOSTRO;
import static io.portolan.ledger.command.BookUnderTest.TODAY;
import static io.portolan.ledger.command.BookUnderTest.post;
import static io.portolan.ledger.command.BookUnderTest.posting;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.ledger.command.Rejection.Reason;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandValidationTest {
    private final BookUnderTest book = BookUnderTest.withFloatOf(1_000);

    @Test
    void namesThePostingThatMovesNothing() {
        Rejection rejection = book.reject(post("key", posting(NOSTRO, 0), posting(FLOAT, 0)));

        assertThat(rejection)
                .hasToString("key rejected on NOSTRO:house:USD: MALFORMED, required an amount that is not 0, found 0");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void holdsOnlyWhatIsPositive(long amount) {
        Rejection rejection = book.reject(new Command.Hold("key", "", FLOAT, amount));

        assertThat(rejection)
                .hasToString("key rejected on FLOAT:house:USD: MALFORMED, required a positive amount, found " + amount);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 101})
    void takesTwoToAHundredPostings(int postings) {
        Command entry =
                new Command.Post("key", null, "", Collections.nCopies(postings, posting(NOSTRO, 1)), null, null);

        Rejection rejection = book.reject(entry);

        assertThat(rejection)
                .hasToString(
                        "key rejected: MALFORMED, required 2 to 100 postings, found %d postings".formatted(postings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "key ", " key", "a\tb", "a\u0085", "half \uD83D", "book", "day/2026-11-20", "account/x"
            })
    void takesNoKeyThatCannotBeStoredOrIsTheBooksOwn(String key) {
        Rejection rejection = book.reject(post(key, NOSTRO, FLOAT, 1));

        assertThat(rejection.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(rejection.required()).startsWith("a key ");
        assertThat(rejection.found()).isEqualTo(key);
    }

    @Test
    void takesKeysOf128CharactersAndNotOfMore() {
        book.apply(post("k".repeat(128), NOSTRO, FLOAT, 1));

        assertThat(book.reject(post("k".repeat(129), NOSTRO, FLOAT, 1)).reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void takesTextsOf255CharactersAndNotOfMore() {
        book.apply(new Command.Reverse("funding", "x".repeat(255)));

        assertThat(book.reject(new Command.Reverse("funding", "x".repeat(256))).reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void opensNoDateThatADatabaseCannotStore() {
        Rejection rejection = book.reject(new Command.CloseDay(TODAY, LocalDate.of(10_000, 1, 1)));

        assertThat(rejection)
                .hasToString("day/2026-11-20 rejected: MALFORMED, required a date in the years 1000 to 9999,"
                        + " found +10000-01-01");
    }
}
