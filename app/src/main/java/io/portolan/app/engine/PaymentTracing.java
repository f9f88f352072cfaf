package io.portolan.app.engine;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.portolan.domain.identity.PaymentId;
import io.temporal.activity.Activity;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Gives each payment one trace: every activity of it is a span there. The trace's id comes from the payment's id alone, so nothing has to be carried
 * through the engine, and a payment that is driven again after a loss of its history stays in its trace.
 */
public final class PaymentTracing extends WorkerInterceptorBase {
    private final Tracer tracer;

    public PaymentTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new Traced(next);
    }

    /** The trace of a payment: the first half of the SHA-256 of its id, in hexadecimal. */
    public static String traceIdOf(PaymentId payment) {
        return HexFormat.of().formatHex(digest(payment), 0, 16);
    }

    private static Context traceOf(PaymentId payment) {
        String root = HexFormat.of().formatHex(digest(payment), 16, 24);
        SpanContext parent = SpanContext.createFromRemoteParent(
                traceIdOf(payment), root, TraceFlags.getSampled(), TraceState.getDefault());
        return Context.root().with(Span.wrap(parent));
    }

    private static byte[] digest(PaymentId payment) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(payment.value().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private final class Traced extends ActivityInboundCallsInterceptorBase {
        private Traced(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            var info = Activity.getExecutionContext().getInfo();
            PaymentId payment = new PaymentId(Objects.requireNonNull(info.getWorkflowId()));
            Span span = tracer.spanBuilder(info.getActivityType())
                    .setParent(traceOf(payment))
                    .setAttribute("payment.id", payment.value())
                    .setAttribute("activity.attempt", info.getAttempt())
                    .startSpan();
            try (Scope _ = span.makeCurrent()) {
                return super.execute(input);
            } catch (RuntimeException failure) {
                span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
                throw failure;
            } finally {
                span.end();
            }
        }
    }
}
