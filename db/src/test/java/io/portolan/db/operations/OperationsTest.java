package io.portolan.db.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.Database;
import io.portolan.db.testing.ConcurrentRuns;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.operations.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothServers
class OperationsTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456Z");

    private final Database database;
    private final PaymentId payment = PaymentId.next();

    OperationsTest(TestServer server) {
        database = TestDatabase.shared(server).database();
    }

    @Test
    void callsComeBackAsTheyWereInTheOrderOfTheirStart() {
        BankCall late = call(AT.plusSeconds(1), "booked 李伟");
        BankCall early = call(AT, "");

        database.bankCalls().add(late);
        database.bankCalls().add(early);

        assertThat(database.bankCalls().of(payment)).containsExactly(early, late);
        assertThat(database.bankCalls().of(PaymentId.next())).isEmpty();
    }

    @Test
    void onlyTheNewestFiveHundredCallsAreRead() {
        database.transactions().run(() -> {
            for (int i = 0; i < 503; i++) {
                database.bankCalls().add(call(AT.plusSeconds(i), "call " + i));
            }
        });

        List<BankCall> calls = database.bankCalls().of(payment);

        assertThat(calls).hasSize(500);
        assertThat(calls.getFirst().detail()).isEqualTo("call 3");
        assertThat(calls.getLast().detail()).isEqualTo("call 502");
    }

    @Test
    void aCallbackCountsOnceForItsSender() {
        String event = UUID.randomUUID().toString();

        assertThat(database.bankCalls().addCallback("b", event, call(AT, "first")))
                .isTrue();
        assertThat(database.bankCalls().addCallback("b", event, call(AT, "again")))
                .isFalse();
        assertThat(database.bankCalls().addCallback("c", event, call(AT, "another sender's")))
                .isTrue();

        assertThat(database.bankCalls().of(payment))
                .extracting(BankCall::detail)
                .containsExactly("first", "another sender's");
    }

    @Test
    void aCallbackThatComesManyTimesAtOnceCountsOnce() throws Exception {
        String event = UUID.randomUUID().toString();

        List<Boolean> isNew =
                ConcurrentRuns.run(6, i -> () -> database.bankCalls().addCallback("b", event, call(AT, "copy " + i)));

        assertThat(isNew).containsOnlyOnce(true);
        assertThat(database.bankCalls().of(payment)).hasSize(1);
    }

    @Test
    void anOperatorIsReplacedByName() {
        Operator viewer = new Operator("zhang.wei", "{bcrypt}one", Operator.Role.VIEWER);
        Operator operator = new Operator("zhang.wei", "{bcrypt}two", Operator.Role.OPERATOR);

        database.operators().save(viewer);
        assertThat(database.operators().find("zhang.wei")).contains(viewer);
        database.operators().save(operator);

        assertThat(database.operators().find("zhang.wei")).contains(operator);
        assertThat(database.operators().find("nobody")).isEmpty();
    }

    private BankCall call(Instant at, String detail) {
        InstructionKey key = new InstructionKey(payment, 3, 2, 4);
        return new BankCall(key, BankCall.Operation.INQUIRE, at, Duration.ofNanos(1_234_567_891L), "booked", detail);
    }
}
