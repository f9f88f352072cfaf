package io.portolan.checkout.problems;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the boundary around everything else, but inside the trace of the request. */
@Configuration(proxyBeanMethods = false)
class ProblemFilterConfiguration {
    private static final int AFTER_TRACING = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter() {
        FilterRegistrationBean<ProblemFilter> boundary = new FilterRegistrationBean<>(new ProblemFilter());
        boundary.addUrlPatterns("/v1/*");
        boundary.setOrder(AFTER_TRACING);
        return boundary;
    }
}
