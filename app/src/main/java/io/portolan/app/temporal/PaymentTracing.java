package io.portolan.app.temporal;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.portolan.domain.ids.PaymentId;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives each payment one trace: every activity of it is a span there. The trace's id comes from the payment's id alone, so nothing has to be carried
 * through Temporal, and a payment that is started again after a loss of its history stays in its trace.
 */
public final class PaymentTracing extends WorkerInterceptorBase {
    private final Tracer tracer;

    public PaymentTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new TracedActivity(next);
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

    private final class TracedActivity extends ActivityInboundCallsInterceptorBase {
        private @Nullable ActivityInfo info;

        private TracedActivity(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(ActivityExecutionContext context) {
            info = context.getInfo();
            super.init(context);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            ActivityInfo activity = Objects.requireNonNull(info);
            PaymentId payment = new PaymentId(Objects.requireNonNull(activity.getWorkflowId()));
            Span span = tracer.spanBuilder(activity.getActivityType())
                    .setParent(traceOf(payment))
                    .setAttribute("payment.id", payment.value())
                    .setAttribute("activity.attempt", activity.getAttempt())
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
