package io.portolan.db.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.testing.ConcurrentRuns;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.Alerts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothServers
class JooqAlertsTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456Z");

    private final TestServer server;
    private final TestDatabase db;
    private final Alerts alerts;
    private final String subject = UUID.randomUUID().toString();

    JooqAlertsTest(TestServer server) {
        this.server = server;
        db = TestDatabase.shared(server);
        alerts = db.database().alerts();
    }

    @Test
    void comesBackAsItWasRaisedNewestFirst() {
        Alert early = Alert.of(subject, "Entry 17 does not follow entry 16: \u674e\u4f1f \uD83D\uDCB0", AT);
        Alert late = Alert.of(subject, "Another entry does not.", AT.plusSeconds(1));

        alerts.raise(early);
        alerts.raise(late);

        assertThat(openOnes()).containsExactly(late, early);
        assertThat(alerts.find(early.id())).contains(early);
    }

    @Test
    void whatIsOpenAlreadyIsNotRaisedAgain() {
        Alert first = alert("Entry 17 is wrong.", 0);

        alerts.raise(first);
        alerts.raise(first);
        alerts.raise(alert("Entry 17 is wrong.", 60));
        alerts.raise(alert("entry 17 is wrong.", 120));

        assertThat(openOnes()).extracting(Alert::detail).containsExactly("entry 17 is wrong.", "Entry 17 is wrong.");
        assertThat(openOnes()).contains(first);
    }

    @Test
    void whatManyRaiseAtOnceIsThereOnce() throws Exception {
        ConcurrentRuns.run(6, i -> () -> {
            alerts.raise(alert("Entry 17 is wrong.", i));
            return i;
        });

        assertThat(openOnes()).hasSize(1);
    }

    @Test
    void whatHasEndedKeepsWhoWhyAndWhen() {
        Alert alert = raised("Entry 17 is wrong.");

        boolean ended = alerts.end(alert.id(), "zhang.wei", "restored from the backup of yesterday", AT.plusSeconds(9));

        assertThat(ended).isTrue();
        assertThat(openOnes()).isEmpty();
        assertThat(alerts.find(alert.id()))
                .contains(alert.endedBy(
                        new Alert.End("zhang.wei", "restored from the backup of yesterday", AT.plusSeconds(9))));
    }

    @Test
    void theFirstToEndItIsTheOneOnRecord() throws Exception {
        Alert alert = raised("Entry 17 is wrong.");

        List<Boolean> ended =
                ConcurrentRuns.run(6, i -> () -> alerts.end(alert.id(), "operator-" + i, "reason " + i, AT));

        assertThat(ended).containsOnlyOnce(true);
        assertThat(alerts.end(alert.id(), "late", "again", AT.plusSeconds(1))).isFalse();
        String first = "operator-" + ended.indexOf(true);
        assertThat(alerts.find(alert.id()).map(Alert::end))
                .contains(new Alert.End(first, "reason " + ended.indexOf(true), AT));
    }

    @Test
    void whatHappensAgainAfterItsEndIsRaisedAgain() {
        for (int round = 0; round < 3; round++) {
            Alert again = alert("Entry 17 is wrong.", round);
            alerts.raise(again);
            assertThat(openOnes()).containsExactly(again);
            assertThat(alerts.end(again.id(), "ada", "looked into it", AT)).isTrue();
        }

        assertThat(openOnes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alert_00000000000000000000", "' OR 1 = 1 --"})
    void nothingEndsByAnIdThatNobodyHas(String id) {
        Alert alert = raised("Entry 17 is wrong.");

        assertThat(alerts.end(id, "ada", "a guess", AT)).isFalse();

        assertThat(alerts.find(id)).isEmpty();
        assertThat(openOnes()).containsExactly(alert);
    }

    @Test
    void nothingEndsWithoutAReason() {
        Alert alert = raised("Entry 17 is wrong.");

        assertThatIllegalArgumentException().isThrownBy(() -> alerts.end(alert.id(), "ada", " ", AT));

        assertThat(openOnes()).containsExactly(alert);
    }

    @Test
    void onlyTheNewestHundredAreRead() {
        try (TestDatabase own = TestDatabase.on(server)) {
            own.database().transactions().run(() -> {
                for (int i = 0; i < 103; i++) {
                    own.database().alerts().raise(alert("Entry " + i, i));
                }
            });

            List<Alert> open = own.database().alerts().listOpen();

            assertThat(open).hasSize(100);
            assertThat(open.getFirst().detail()).isEqualTo("Entry 102");
            assertThat(open.getLast().detail()).isEqualTo("Entry 3");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM alert",
                "TRUNCATE TABLE alert",
                "UPDATE alert SET detail = 'nothing happened'",
                "UPDATE alert SET subject = 'another'",
                "UPDATE alert SET raised_at = ended_at"
            })
    void theServerKeepsWhatWasRaised(String sql) throws SQLException {
        raised("Entry 17 is wrong.");

        try (Connection app = DriverManager.getConnection(
                        db.url(), db.app().user(), db.app().password());
                Statement statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("command denied");
        }
    }

    private Alert raised(String detail) {
        Alert alert = alert(detail, 0);
        alerts.raise(alert);
        return alert;
    }

    private Alert alert(String detail, int seconds) {
        return Alert.of(subject, detail, AT.plusSeconds(seconds));
    }

    private List<Alert> openOnes() {
        return alerts.listOpen().stream()
                .filter(alert -> alert.subject().equals(subject))
                .toList();
    }
}
