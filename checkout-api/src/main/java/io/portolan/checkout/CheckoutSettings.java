package io.portolan.checkout;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about the API, under {@code portolan.checkout}.
 *
 * @param requestsPerSecond how many requests one merchant may make a second at one process
 * @param engineCallsAtOnce how many calls to the workflow engine may be under way; what does not fit is left to the dispatcher
 */
@ConfigurationProperties("portolan.checkout")
public record CheckoutSettings(
        @DefaultValue("500") int requestsPerSecond,
        @DefaultValue("64") int engineCallsAtOnce) {
    public CheckoutSettings {
        if (requestsPerSecond < 1 || engineCallsAtOnce < 1) {
            throw new IllegalArgumentException("the limits of portolan.checkout are at least 1");
        }
    }
}
