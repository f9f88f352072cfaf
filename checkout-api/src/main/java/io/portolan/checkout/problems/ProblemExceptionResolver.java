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

/**
 * Turns what the API's endpoints and the framework around them throw into problems. Other paths of the application are
 * left alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemExceptionResolver implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionResolver.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean isApiPath = request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith("/v1/");
        if (!isApiPath || failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            return null;
        }
        try {
            write(response, failure);
        } catch (IOException disconnected) {
            LOG.debug("The client disconnected before the problem could be sent", disconnected);
        }
        return new ModelAndView();
    }

    private static void write(HttpServletResponse response, Exception failure) throws IOException {
        switch (failure) {
            case ProblemException problem -> ProblemWriter.write(response, problem);
            case ErrorResponse framework -> ProblemWriter.write(response, problemOf(framework));
            default -> ProblemWriter.writeInternal(response, failure);
        }
    }

    private static ProblemException problemOf(ErrorResponse framework) {
        ProblemType type = ProblemType.ofStatus(framework.getStatusCode().value());
        ProblemException problem = ProblemException.of(type, type.title() + ".");
        String allow = framework.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null ? problem : problem.withHeader(HttpHeaders.ALLOW, allow);
    }
}
