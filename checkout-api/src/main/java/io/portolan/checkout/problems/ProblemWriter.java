package io.portolan.checkout.problems;

import io.portolan.checkout.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Writes a problem straight to the response: problems look alike wherever they arise and whatever the caller accepts.
 */
public final class ProblemWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TRACE_ID_BYTES = 16;

    private ProblemWriter() {}

    /** Nothing is written once a response has been committed. */
    public static void write(HttpServletResponse response, ProblemException problem) throws IOException {
        write(response, problem, traceId());
    }

    /** An internal error: the caller gets the trace id, the log everything. */
    static void writeInternal(HttpServletResponse response, Throwable failure) throws IOException {
        String traceId = traceId();
        LOG.error("Request failed, trace {}", traceId, failure);
        write(
                response,
                ProblemException.of(
                        ProblemType.INTERNAL, "The request failed. Quote the trace_id when you contact us."),
                traceId);
    }

    private static void write(HttpServletResponse response, ProblemException problem, String traceId)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = Json.write(Problem.of(problem, traceId)).getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(problem.type().status());
        problem.headers().forEach(response::setHeader);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static String traceId() {
        @Nullable String current = MDC.get("traceId");
        if (current != null) {
            return current;
        }
        byte[] id = new byte[TRACE_ID_BYTES];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
