package io.portolan.db.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.operations.BankCall;
import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothServers
class InstantBindingTest {
    private final TestDatabase db;

    InstantBindingTest(TestServer server) {
        db = TestDatabase.shared(server);
    }

    /** The first is skipped by the clocks of Berlin, the second shown by them twice. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29T02:30:00.000001Z", "2026-10-25T00:30:00.999999Z", "1969-12-31T23:59:59.5Z"})
    void aTimeIsKeptInUtcWhateverTheZoneOfTheMachine(String time) {
        Instant at = Instant.parse(time);
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            PaymentId payment = PaymentId.next();
            try (Database inBerlin = Database.open(new DatabaseSettings(db.url(), db.app(), 1))) {
                inBerlin.bankCalls().add(callAt(payment, at));
            }
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));

            assertThat(db.database().bankCalls().of(payment)).containsExactly(callAt(payment, at));
            assertThat(db.database()
                            .sql()
                            .fetchSingle(
                                    "select cast(started_at as char) from bank_call where payment_id = ?",
                                    payment.value())
                            .get(0, String.class))
                    .startsWith(time.substring(0, 19).replace('T', ' '));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private static BankCall callAt(PaymentId payment, Instant at) {
        InstructionKey key = new InstructionKey(payment, 1, 4, 1);
        return new BankCall(key, BankCall.Operation.INSTRUCT, at, Duration.ZERO, "accepted", "");
    }
}
