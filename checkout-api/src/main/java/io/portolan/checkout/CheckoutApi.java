package io.portolan.checkout;

import io.portolan.checkout.requests.RequestArgumentResolver;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The whole API for merchants, for an application to import.
 *
 * <p>It needs these beans: {@code Payments}, {@code Planning}, {@code Decisions}, {@code Quotes}, {@code Idempotency}, {@code Merchants}, {@code FxDesks},
 * {@code Corridors}, {@code PaymentWorkflows} and a {@code java.time.Clock}. It guards its own paths, {@code /v1/**}
 * and {@code /problems/**}, and no others. Its own beans are named in full, since other modules may use the same short
 * names.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties(CheckoutSettings.class)
@PropertySource("classpath:io/portolan/checkout/openapi.properties")
public class CheckoutApi implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgumentResolver());
    }
}
