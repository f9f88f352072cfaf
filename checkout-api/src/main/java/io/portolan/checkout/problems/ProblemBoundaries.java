package io.portolan.checkout.problems;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the boundary around everything else, but inside the trace of the request. */
@Configuration(proxyBeanMethods = false)
class ProblemBoundaries {
    private static final int INSIDE_THE_TRACE = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<ProblemBoundary> problemBoundary() {
        FilterRegistrationBean<ProblemBoundary> boundary = new FilterRegistrationBean<>(new ProblemBoundary());
        boundary.addUrlPatterns("/v1/*");
        boundary.setOrder(INSIDE_THE_TRACE);
        return boundary;
    }
}
