package io.portolan.operations.verification;

import static io.portolan.operations.ScriptedBook.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountStatus;
import io.portolan.domain.ledger.AuditFinding;
import io.portolan.domain.ledger.AuditFinding.RowId;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.operations.ScriptedBook;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountUnfreezingTest {
    private static final AuditFinding WRONG_POSTING =
            AuditFinding.on(ACCOUNT.code(), new RowId.OfPosting(ACCOUNT.code(), 3), "5", "6");
    private static final AuditFinding WRONG_EVENT =
            new AuditFinding(new RowId.OfEvent(7, ""), "an event", "none", null);

    private final ScriptedBook book = new ScriptedBook().setStatus(AccountStatus.FROZEN);
    private final AccountUnfreezing release =
            new AccountUnfreezing(book, book, Clock.fixed(SamplePayments.NOON, ZoneOffset.UTC));

    @Test
    void unfreezesAnAccountThatVerifiesAndKeepsWhoOrderedItAndWhy() {
        assertThat(release.unfreeze(ACCOUNT, "mara", "row 3 is restored")).isEqualTo(new UnfreezeResult.Unfrozen());
        assertThat(book.statusOf(ACCOUNT)).contains(AccountStatus.OPEN);
        assertThat(book.narratives()).containsExactly("mara: row 3 is restored");
    }

    @Test
    void leavesAnAccountFrozenWhileItDoesNotVerify() {
        book.addFinding(WRONG_POSTING);

        assertThat(release.unfreeze(ACCOUNT, "mara", "fine"))
                .isEqualTo(new UnfreezeResult.NotVerified(List.of(WRONG_POSTING, WRONG_POSTING)));
        assertThat(book.statusOf(ACCOUNT)).contains(AccountStatus.FROZEN);
    }

    @Test
    void leavesAnAccountFrozenForAFindingThatBlamesNoAccount() {
        book.addFinding(WRONG_EVENT);

        assertThat(release.unfreeze(ACCOUNT, "mara", "fine")).isInstanceOf(UnfreezeResult.NotVerified.class);
    }

    @Test
    void unfreezesInSpiteOfFindingsAboutAnotherAccount() {
        String other = ScriptedBook.UNKNOWN_ACCOUNT.code();
        book.addFinding(AuditFinding.on(other, new RowId.OfPosting(other, 1), "5", "6"));

        assertThat(release.unfreeze(ACCOUNT, "mara", "fine")).isEqualTo(new UnfreezeResult.Unfrozen());
    }

    @Test
    void leavesAnOpenAccountAsItIs() {
        book.setStatus(AccountStatus.OPEN).addFinding(WRONG_POSTING);

        assertThat(release.unfreeze(ACCOUNT, "mara", "again")).isEqualTo(new UnfreezeResult.NotFrozen());
        assertThat(book.narratives()).isEmpty();
    }

    @Test
    void passesOnWhyTheBookRejectsIt() {
        assertThat(release.unfreeze(ScriptedBook.UNKNOWN_ACCOUNT, "mara", "a typing error"))
                .isEqualTo(new UnfreezeResult.Rejected("NOSTRO:Z:CNY is null"));
    }
}
