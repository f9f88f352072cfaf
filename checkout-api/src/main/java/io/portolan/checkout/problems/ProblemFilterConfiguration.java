package io.portolan.checkout.problems;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the filter around all others, but inside the trace of the request. */
@Configuration(proxyBeanMethods = false)
class ProblemFilterConfiguration {
    private static final int AFTER_TRACING = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter() {
        FilterRegistrationBean<ProblemFilter> registration = new FilterRegistrationBean<>(new ProblemFilter());
        registration.addUrlPatterns("/v1/*");
        registration.setOrder(AFTER_TRACING);
        return registration;
    }
}
