package io.portolan.checkout.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns what the API's endpoints and the framework around them throw into problems. Other paths of the application are left alone. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemExceptionResolver implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionResolver.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean ours = request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith("/v1/");
        if (!ours || failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            return null;
        }
        try {
            write(response, failure);
        } catch (IOException gone) {
            LOG.debug("The caller left before the problem could be told", gone);
        }
        return new ModelAndView();
    }

    private static void write(HttpServletResponse response, Exception failure) throws IOException {
        switch (failure) {
            case ProblemException refusal -> ProblemWriter.write(response, refusal);
            case ErrorResponse framework -> ProblemWriter.write(response, problemOf(framework));
            default -> ProblemWriter.writeInternal(response, failure);
        }
    }

    private static ProblemException problemOf(ErrorResponse framework) {
        ProblemType type = ProblemType.ofStatus(framework.getStatusCode().value());
        ProblemException refusal = ProblemException.of(type, type.title() + ".");
        String allow = framework.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null ? refusal : refusal.withHeader(HttpHeaders.ALLOW, allow);
    }
}
