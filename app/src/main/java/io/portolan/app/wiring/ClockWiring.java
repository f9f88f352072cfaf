package io.portolan.app.wiring;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The time: that of this machine, in UTC. */
@Configuration(proxyBeanMethods = false)
public class ClockWiring {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
