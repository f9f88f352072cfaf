package io.portolan.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.identity.Step;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.workflows.legs.Waited;
import io.portolan.workflows.payment.Decision;
import io.portolan.workflows.payment.Ending;
import io.portolan.workflows.payment.PaymentSettings;
import io.portolan.workflows.payment.Resolution;
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
    private static final Decision DECISION = new Decision("d1", "ada", "why");

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
    void anOutcomeComesBackAsTheKindThatItIs(LegOutcome outcome) {
        Payload payload = converter.toPayload(outcome).orElseThrow();

        assertThat(converter.fromPayload(payload, LegOutcome.class, LegOutcome.class))
                .isEqualTo(outcome);
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
        assertThatThrownBy(() -> read("{\"outcome\":\"accepted\"}")).isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> read("{\"outcome\":\"accepted\",\"reference\":null}"))
                .isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> read("{\"reference\":\"ref\"}")).isInstanceOf(DataConverterException.class);
        assertThatThrownBy(() -> read("{\"outcome\":\"maybe\",\"reference\":\"ref\"}"))
                .isInstanceOf(DataConverterException.class);
    }

    @Test
    void whatANewerReleaseAddedIsPassedOver() {
        assertThat(read("{\"outcome\":\"accepted\",\"reference\":\"ref\",\"since\":\"1.1\"}"))
                .isEqualTo(new LegOutcome.Accepted("ref"));
    }

    static Stream<Object> values() {
        return Stream.of(
                Reason.of("AM04", "insufficient"),
                DECISION,
                new Resolution(DECISION, Resolution.Verdict.NOT_EXECUTED),
                PaymentSettings.standard(),
                Ending.RETURNED,
                Step.TOP_UP,
                Waited.IN_VAIN,
                Duration.ofSeconds(90),
                Instant.parse("2026-11-21T12:00:00.123456Z"));
    }

    static Stream<LegOutcome> outcomes() {
        return Stream.of(
                new LegOutcome.Accepted("ref"),
                new LegOutcome.Rejected(new Reason("AC01", "wrong", Remedy.CORRECT_PAYEE)),
                new LegOutcome.Unknown("no answer"));
    }

    private LegOutcome read(String json) {
        Payload payload = Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .setData(ByteString.copyFromUtf8(json))
                .build();
        return converter.fromPayload(payload, LegOutcome.class, LegOutcome.class);
    }

    private String text(Object value) {
        return converter.toPayload(value).orElseThrow().getData().toStringUtf8();
    }
}
