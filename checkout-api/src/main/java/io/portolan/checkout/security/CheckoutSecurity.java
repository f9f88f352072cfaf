package io.portolan.checkout.security;

import io.portolan.checkout.CheckoutSettings;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.problems.ProblemWriter;
import io.portolan.domain.intake.Merchants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * The security of the API's own paths: a key with each request, no session, no cookie, and so no CSRF. Other chains
 * guard other paths.
 */
@Configuration(proxyBeanMethods = false)
class CheckoutSecurity {
    private static final int BEFORE_CATCH_ALLS = 10;

    @Bean
    @Order(BEFORE_CATCH_ALLS)
    SecurityFilterChain checkoutSecurityChain(HttpSecurity http, Merchants merchants, CheckoutSettings settings) {
        return http.securityMatcher("/v1/**", "/problems", "/problems/**")
                .authorizeHttpRequests(paths -> paths.requestMatchers("/v1/openapi.json", "/problems", "/problems/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (_, response, _) -> ProblemWriter.write(response, ApiKeyFilter.missingKey()))
                        .accessDeniedHandler((_, response, _) -> ProblemWriter.write(
                                response,
                                ProblemException.of(ProblemType.FORBIDDEN, "This key is not allowed to do that."))))
                .addFilterBefore(new ApiKeyFilter(merchants), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new RateLimit(settings.requestsPerSecond()), AnonymousAuthenticationFilter.class)
                .build();
    }
}
