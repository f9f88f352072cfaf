package io.portolan.workflows.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.domain.plan.PlanResult;
import io.portolan.workflows.legs.WaitResult;
import io.portolan.workflows.payment.PaymentSettings;
import io.portolan.workflows.payment.Result;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadsTest {
    private static final DecisionHeader HEADER = new DecisionHeader(
            "d1", new PaymentId("pay_06E8P3W2V0K7N4QZT1XR"), "ada", "why", Instant.parse("2026-11-21T12:00:00Z"));

    private final DataConverter converter = Payloads.readable();

    @ParameterizedTest
    @MethodSource("values")
    void whatWorkflowsAndActivitiesExchangeComesBackAsItWas(Object value) {
        Payload payload = converter.toPayload(value).orElseThrow();

        Object back = converter.fromPayload(payload, value.getClass(), value.getClass());

        assertThat(back).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void anOutcomeComesBackAsTheKindThatItIs(MovementOutcome outcome) {
        Payload payload = converter.toPayload(outcome).orElseThrow();

        assertThat(converter.fromPayload(payload, MovementOutcome.class, MovementOutcome.class))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @MethodSource("planResults")
    void aPlanResultComesBackAsTheKindThatItIs(PlanResult result) {
        Payload payload = converter.toPayload(result).orElseThrow();

        assertThat(converter.fromPayload(payload, PlanResult.class, PlanResult.class))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionComesBackAsTheKindThatItIs(Decision decision) {
        Payload payload = converter.toPayload(decision).orElseThrow();

        assertThat(converter.fromPayload(payload, Decision.class, Decision.class))
                .isEqualTo(decision);
        assertThat(text(decision)).contains("\"decision\":\"" + decision.code() + "\"");
    }

    @Test
    void onlyComponentsAreWritten() {
        String json = text(new Reason("AC01", "wrong", Remedy.CORRECT_PAYEE));
        String decision = text(new PaymentSettings(Duration.ofSeconds(1), Duration.ofDays(1), Duration.ofHours(2)));

        assertThat(json).isEqualTo("{\"code\":\"AC01\",\"detail\":\"wrong\",\"remedy\":\"CORRECT_PAYEE\"}");
        assertThat(decision)
                .isEqualTo("{\"legTimeout\":\"PT1S\",\"answerWindow\":\"PT24H\",\"repairWindow\":\"PT2H\"}");
        assertThat(text(Money.of(Currency.of("JPY"), 5))).doesNotContain("positive", "negative", "zero");
    }

    @Test
    void whatIsMissingIsNeverMadeUp() {
        assertThatThrownBy(() -> read("{\"outcome\":\"booked\"}")).isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> read("{\"outcome\":\"booked\",\"reference\":null}"))
                .isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> read("{\"reference\":\"ref\"}")).isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> read("{\"outcome\":\"maybe\",\"reference\":\"ref\"}"))
                .isInstanceOf(DataConverterException.class);
    }

    @Test
    void whatANewerReleaseAddedIsPassedOver() {
        assertThat(read("{\"outcome\":\"booked\",\"reference\":\"ref\",\"since\":\"1.1\"}"))
                .isEqualTo(new MovementOutcome.Booked("ref"));
    }

    static Stream<Object> values() {
        return Stream.of(
                Reason.of("AM04", "insufficient"),
                HEADER,
                PaymentSettings.standard(),
                Result.RETURNED,
                Step.TOP_UP,
                WaitResult.TIMED_OUT,
                Duration.ofSeconds(90),
                Instant.parse("2026-11-21T12:00:00.123456Z"));
    }

    static Stream<MovementOutcome> outcomes() {
        return Stream.of(
                new MovementOutcome.Booked("ref"),
                new MovementOutcome.NothingToDo(),
                new MovementOutcome.Rejected(new Reason("AC01", "wrong", Remedy.CORRECT_PAYEE)),
                new MovementOutcome.Unknown("no answer"));
    }

    static Stream<PlanResult> planResults() {
        return Stream.of(
                new PlanResult.Planned(),
                new PlanResult.Declined(Reason.of("pair_not_served", "no")),
                new PlanResult.StepOpen());
    }

    static Stream<Decision> decisions() {
        return Stream.of(
                new Decision.Retry(HEADER),
                new Decision.Unwind(HEADER),
                new Decision.ResolveExecuted(HEADER),
                new Decision.ResolveNotExecuted(HEADER),
                new Decision.Cancel(HEADER));
    }

    private MovementOutcome read(String json) {
        Payload payload = Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .setData(ByteString.copyFromUtf8(json))
                .build();
        return converter.fromPayload(payload, MovementOutcome.class, MovementOutcome.class);
    }

    private String text(Object value) {
        return converter.toPayload(value).orElseThrow().getData().toStringUtf8();
    }
}
