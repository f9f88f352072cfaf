package io.portolan.app.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.TraceId;
import io.portolan.domain.ids.PaymentId;
import org.junit.jupiter.api.Test;

class PaymentTracingTest {
    @Test
    void aPaymentHasOneValidTraceOfItsOwn() {
        PaymentId one = PaymentId.next();
        PaymentId other = PaymentId.next();

        assertThat(TraceId.isValid(PaymentTracing.traceIdOf(one))).isTrue();
        assertThat(PaymentTracing.traceIdOf(one))
                .isEqualTo(PaymentTracing.traceIdOf(new PaymentId(one.value())))
                .isNotEqualTo(PaymentTracing.traceIdOf(other));
    }
}
