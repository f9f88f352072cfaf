package io.portolan.operations.dayend;

import static io.portolan.operations.ScriptedBook.OPEN_DATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AuditFinding;
import io.portolan.operations.ScriptedBook;
import org.junit.jupiter.api.Test;

class DayClosingTest {
    private final ScriptedBook book = new ScriptedBook();
    private final DayClosing closing = new DayClosing(book, book);

    @Test
    void closesTheOpenDateAndOpensTheNextOne() {
        assertThat(closing.close(OPEN_DATE))
                .isEqualTo(new DayClosingResult.Closed(OPEN_DATE, OPEN_DATE.plusDays(1), ScriptedBook.TOTALS));
    }

    @Test
    void saysTheSameWhenRepeated() {
        DayClosingResult first = closing.close(OPEN_DATE);

        assertThat(closing.close(OPEN_DATE)).isEqualTo(first);
    }

    @Test
    void leavesTheDateOpenWhileTheBookDoesNotVerify() {
        book.addFinding(new AuditFinding(new AuditFinding.RowId.OfEvent(7, "entry-7"), "this", "that", null));

        assertThat(closing.close(OPEN_DATE)).isEqualTo(new DayClosingResult.NotVerified(book.run()));
        assertThat(book.totalsOf(OPEN_DATE)).isEmpty();
    }

    @Test
    void passesOnWhyTheBookRejectsADate() {
        assertThat(closing.close(OPEN_DATE.plusDays(1)))
                .isEqualTo(new DayClosingResult.Rejected("2026-11-22 is not open"));
    }
}
