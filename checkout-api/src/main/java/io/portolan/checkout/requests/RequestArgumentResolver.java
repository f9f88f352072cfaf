package io.portolan.checkout.requests;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives endpoints the parts of a request that the API reads strictly: body, query and idempotency key. */
public final class RequestArgumentResolver implements HandlerMethodArgumentResolver {
    private static final Logger LOG = LoggerFactory.getLogger(RequestArgumentResolver.class);

    /** The largest body in bytes. */
    static final int MAX_BODY_BYTES = 64 * 1024;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == JsonBody.class || type == Query.class || type == IdempotencyKey.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        if (type == Query.class) {
            return new Query(parametersOf(request));
        }
        if (type == IdempotencyKey.class) {
            return IdempotencyKey.of(Collections.list(request.getHeaders(IdempotencyKey.HEADER)));
        }
        return bodyOf(request);
    }

    private static Map<String, List<String>> parametersOf(HttpServletRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        try {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        } catch (IllegalStateException undecodable) {
            LOG.debug("A query could not be decoded", undecodable);
            throw ProblemException.of(ProblemType.BAD_REQUEST, "The query is not percent-encoded UTF-8.");
        }
        return parameters;
    }

    /** An empty body needs no type: whether it may be empty is for its reader to say. */
    private static JsonBody bodyOf(HttpServletRequest request) {
        if (request.getContentLengthLong() > MAX_BODY_BYTES) {
            throw tooLarge();
        }
        byte[] bytes = bytesOf(request);
        if (bytes.length > MAX_BODY_BYTES) {
            throw tooLarge();
        }
        if (bytes.length > 0 && !isJson(request.getContentType())) {
            String detail = "Send the body as application/json in UTF-8.";
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, FieldError.inHeader("Content-Type", "media-type", detail));
        }
        return new JsonBody(bytes);
    }

    private static byte[] bytesOf(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
        } catch (IOException broken) {
            LOG.debug("A body ended early", broken);
            throw ProblemException.of(ProblemType.BAD_REQUEST, "The body ended before it was complete.");
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            boolean utf8 = type.getCharset() == null
                    || "UTF-8".equals(type.getCharset().name());
            return utf8 && type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private static ProblemException tooLarge() {
        String detail = "Send at most %d bytes.".formatted(MAX_BODY_BYTES);
        return ProblemException.of(ProblemType.BODY_TOO_LARGE, FieldError.inBody("", "body-size", detail));
    }
}
