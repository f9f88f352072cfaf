package io.portolan.checkout.problems;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemFilterTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void forgetTheTrace() {
        MDC.clear();
    }

    @Test
    void turnsAFilterFailureIntoAProblemWithoutItsText() throws Exception {
        run((_, _) -> {
            throw new IllegalStateException("a secret");
        });

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("/problems/internal").doesNotContain("secret");
    }

    @Test
    void turnsASentErrorIntoAProblem() throws Exception {
        run((_, answer) -> ((HttpServletResponse) answer).sendError(413, "too much"));

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getContentAsString()).contains("/problems/body-too-large");
    }

    @Test
    void namesTheTraceOfTheRequest() throws Exception {
        MDC.put("traceId", "0af7651916cd43dd8448eb211c80319c");

        run((_, answer) -> ((HttpServletResponse) answer).sendError(404));

        assertThat(response.getContentAsString()).contains("\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\"");
    }

    @Test
    void leavesACommittedResponseAlone() throws Exception {
        run((_, answer) -> {
            answer.getWriter().write("half");
            answer.flushBuffer();
            throw new IllegalStateException("too late");
        });

        assertThat(response.getContentAsString()).isEqualTo("half");
    }

    private void run(FilterChain chain) throws ServletException, IOException {
        new ProblemFilter().doFilter(new MockHttpServletRequest("GET", "/v1/payments"), response, chain);
    }
}
