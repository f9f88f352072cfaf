package io.portolan.checkout;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about the API, under {@code portolan.checkout}.
 *
 * @param requestsPerSecond how many requests per second one merchant may make at one process
 * @param workflowCallsAtOnce how many calls to the workflow service may run at once; any more are left to the
 *     dispatcher
 */
@ConfigurationProperties("portolan.checkout")
public record CheckoutSettings(
        @DefaultValue("500") int requestsPerSecond,
        @DefaultValue("64") int workflowCallsAtOnce) {
    public CheckoutSettings {
        if (requestsPerSecond < 1 || workflowCallsAtOnce < 1) {
            throw new IllegalArgumentException("the limits of portolan.checkout are at least 1");
        }
    }
}
