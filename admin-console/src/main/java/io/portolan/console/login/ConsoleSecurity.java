package io.portolan.console.login;

import io.portolan.domain.operations.Operators;
import jakarta.servlet.SessionTrackingMode;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The console's own filter chain: it guards the console's paths, and no others. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String[] CONSOLE_PATHS = {
        "/", "/console", "/console/**", "/login", "/logout", "/assets/**", "/error"
    };
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** A request of a script: it has no use for a login page, and must not be where a login redirects to. */
    private static final RequestMatcher BACKGROUND_REQUEST =
            new OrRequestMatcher(PATHS.matcher("/console/live"), new RequestHeaderRequestMatcher("HX-Request"));

    @Bean
    AuthenticationManager operatorLogin(Operators operators, Clock clock) {
        return new OperatorAuthentication(operators, new LoginThrottle(clock));
    }

    @Bean
    @Order(50)
    SecurityFilterChain consoleChain(HttpSecurity http, AuthenticationManager operatorLogin) {
        return http.securityMatcher(CONSOLE_PATHS)
                .authenticationManager(operatorLogin)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/login", "/assets/**", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/", "/console", "/console/**")
                        .hasAnyRole("VIEWER", "OPERATOR")
                        .requestMatchers(
                                HttpMethod.POST,
                                "/console/payments/**",
                                "/console/approvals/**",
                                "/console/breaks/**",
                                "/console/alerts/**")
                        .hasRole("OPERATOR")
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage(LoginPage.PATH)
                        .defaultSuccessUrl("/console")
                        .failureHandler(redirectOnFailure())
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl(LoginPage.PATH + "?" + LoginPage.LOGGED_OUT))
                .exceptionHandling(denied -> denied.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), BACKGROUND_REQUEST)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LoginPage.PATH), AnyRequestMatcher.INSTANCE))
                .requestCache(cache -> cache.requestCache(pageRequestCache()))
                .headers(ConsoleSecurity::addSecurityHeaders)
                .build();
    }

    /** The session is in a cookie alone, which scripts cannot read. Its name, and that other sites cannot send it, the application says. */
    @Bean
    ServletContextInitializer consoleSessions() {
        return context -> {
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.getSessionCookieConfig().setHttpOnly(true);
        };
    }

    private static void addSecurityHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }

    private static AuthenticationFailureHandler redirectOnFailure() {
        return (request, response, failure) -> response.sendRedirect(request.getContextPath() + LoginPage.PATH + "?"
                + (failure instanceof LockedException ? LoginPage.TOO_MANY_ATTEMPTS : LoginPage.FAILED));
    }

    private static HttpSessionRequestCache pageRequestCache() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                PATHS.matcher(HttpMethod.GET, "/console/**"), new NegatedRequestMatcher(BACKGROUND_REQUEST)));
        return cache;
    }
}
