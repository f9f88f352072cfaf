package io.portolan.app.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Security of the endpoints that machines call: callbacks, which carry their own signature, and health and metrics, which are for the network that
 * the process is bound to.
 */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {
    @Bean
    @Order(0)
    SecurityFilterChain callbacksAndActuator(HttpSecurity http) throws Exception {
        return http.securityMatcher("/callbacks/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
