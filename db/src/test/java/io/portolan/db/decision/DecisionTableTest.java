package io.portolan.db.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.PaymentId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four eyes do not depend on our code: the server itself keeps one person from deciding what takes two. */
@OnBothServers
class DecisionTableTest {
    private final TestDatabase db;
    private final PaymentId payment = PaymentId.next();

    DecisionTableTest(TestServer server) {
        db = TestDatabase.shared(server);
    }

    @BeforeEach
    void propose() {
        db.database().decisions().add(SampleDecisions.evidence(payment));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ck_decision_checker | status = 'APPROVED', checker = maker, approved_at = made_at",
                "ck_decision_two_people | status = 'APPROVED'",
                "ck_decision_two_people | status = 'APPLIED', ended_at = made_at, end_detail = '', state_before = '', state_after = ''",
                "ck_decision_approval | checker = 'li.na', approved_at = made_at",
                "ck_decision_approval | status = 'APPROVED', checker = 'li.na'",
                "ck_decision_end | status = 'REFUSED'",
                "ck_decision_end | ended_at = made_at, end_detail = '', state_before = '', state_after = ''",
                "ck_decision_status | status = 'FORGOTTEN'"
            })
    void theServerRejectsACourseThatCannotBe(String constraint, String change) throws SQLException {
        assertThatThrownBy(() -> update(change)).hasMessageContaining(constraint);
    }

    @Test
    void theServerTakesTheApprovalOfAnother() throws SQLException {
        update("status = 'APPROVED', checker = 'li.na', approved_at = made_at");

        assertThat(db.database().decisions().listApproved(payment))
                .extracting(RecordedDecision::approval)
                .containsExactly(new RecordedDecision.Approval("li.na", SampleDecisions.AT));
    }

    private void update(String change) throws SQLException {
        try (Connection app = DriverManager.getConnection(
                        db.url(), db.app().user(), db.app().password());
                Statement statement = app.createStatement()) {
            statement.execute("UPDATE decision SET " + change + " WHERE payment_id = '" + payment.value() + "'");
        }
    }
}
