package io.portolan.operations.verification;

import static io.portolan.operations.ScriptedBook.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountStatus;
import io.portolan.domain.ledger.AuditFinding;
import io.portolan.domain.ledger.AuditFinding.RowId;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.InMemoryAlerts;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.operations.ScriptedBook;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private final ScriptedBook book = new ScriptedBook();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final Verification verification =
            new Verification(book, book, alerts, Clock.fixed(SamplePayments.NOON, ZoneOffset.UTC));

    @Test
    void leavesABookThatVerifiesAlone() {
        VerificationResult result = verification.verifyAndFreeze();

        assertThat(result.isClean()).isTrue();
        assertThat(result.reports()).hasSize(2);
        assertThat(result.freezes()).isEmpty();
        assertThat(alerts.listOpen()).isEmpty();
    }

    @Test
    void freezesAnAccountOnceAndRaisesOneAlertThoughBothMethodsFindIt() {
        book.addFinding(findingOn(ACCOUNT.code()));

        VerificationResult result = verification.verifyAndFreeze();

        assertThat(result.isClean()).isFalse();
        assertThat(result.freezes()).containsExactly(new FreezeResult.Frozen(ACCOUNT));
        assertThat(book.statusOf(ACCOUNT)).contains(AccountStatus.FROZEN);
        assertThat(alerts.listOpen()).extracting(Alert::subject).containsExactly("NOSTRO:B:CNY");
    }

    @Test
    void leavesAFrozenAccountFrozenAndRaisesNoSecondAlert() {
        book.addFinding(findingOn(ACCOUNT.code()));
        verification.verifyAndFreeze();

        assertThat(verification.verifyAndFreeze().freezes()).containsExactly(new FreezeResult.AlreadyFrozen(ACCOUNT));
        assertThat(alerts.listOpen()).hasSize(1);
    }

    @Test
    void raisesOnlyAnAlertWhereNoAccountIsToBlame() {
        book.addFinding(new AuditFinding(new RowId.OfEvent(7, "entry-7"), "this", "that", null));

        assertThat(verification.verifyAndFreeze().freezes()).containsExactly(new FreezeResult.NoAccount());
        assertThat(alerts.listOpen()).extracting(Alert::subject).containsExactly("the book");
    }

    @Test
    void raisesTheAlertAlsoWhenTheAccountCannotBeFrozen() {
        book.setStatus(AccountStatus.CLOSED).addFinding(findingOn(ACCOUNT.code()));

        assertThat(verification.verifyAndFreeze().freezes())
                .containsExactly(new FreezeResult.Rejected(ACCOUNT, "NOSTRO:B:CNY is CLOSED"));
        assertThat(alerts.listOpen()).hasSize(1);
    }

    @Test
    void cutsALongFindingToWhatTheBookCanKeep() {
        String expected = "x".repeat(400);
        book.addFinding(
                AuditFinding.on(ACCOUNT.code(), new RowId.OfPosting(ACCOUNT.code(), 3), expected, "another text"));

        verification.verifyAndFreeze();

        assertThat(book.narratives()).singleElement().asString().hasSize(255);
    }

    private static AuditFinding findingOn(String account) {
        return AuditFinding.on(account, new RowId.OfPosting(account, 3), "5", "6");
    }
}
