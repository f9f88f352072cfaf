package io.portolan.checkout.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns what filters throw or send as an error under the API's paths into problems, so that nobody sees a container's
 * error page.
 */
final class ProblemFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new ProblemResponseWrapper(response));
        } catch (ProblemException problem) {
            ProblemWriter.write(response, problem);
        } catch (ServletException | RuntimeException failure) {
            ProblemWriter.writeInternal(response, failure);
        }
    }

    private static final class ProblemResponseWrapper extends HttpServletResponseWrapper {
        ProblemResponseWrapper(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            ProblemType type = ProblemType.ofStatus(status);
            ProblemWriter.write((HttpServletResponse) getResponse(), ProblemException.of(type, type.title() + "."));
        }

        @Override
        public void sendError(int status, @Nullable String message) throws IOException {
            sendError(status);
        }
    }
}
