package io.portolan.checkout.openapi;

import io.portolan.checkout.requests.RequestSchemas;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of the API's OpenAPI document; the endpoints describe themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String API_KEY_SCHEME = "api_key";
    private static final String CONVENTIONS = """
            Cross-border payments for merchants.

            - Money is whole minor units, an integer below 10^15. Rates are decimal strings. Times are RFC 3339 in UTC with milliseconds.
            - Bodies are JSON in UTF-8 of at most 64 KiB; unknown fields, names given twice and anything after the object are rejected.
            - Where money can move, an Idempotency-Key is required: the same key and the same request get the original response. Bodies are compared as JSON \
            values: the order of members and white space do not matter. A key is kept for 30 days at least, and for as long as the payment is open.
            - Lists return one page and a cursor to the next, never a total.
            - Errors are application/problem+json (RFC 9457); their type is a page of this server that says what to do.
            """;

    @Bean
    OpenAPI checkoutOpenApi() {
        SecurityScheme bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("ptl_…")
                .description("An API key. It belongs to a merchant and is shown once.");
        return new OpenAPI()
                .info(new Info()
                        .title("Portolan Checkout API")
                        .version("1")
                        .description(CONVENTIONS)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("The server that serves this document.")))
                .tags(List.of(
                        tag("Corridors", "Which currency pairs are supported, and on which terms."),
                        tag("Quotes", "Firm prices for payments."),
                        tag("Payments", "Payments across a border."),
                        tag("Refunds", "What is given back to the buyers of completed payments.")))
                .components(new Components().addSecuritySchemes(API_KEY_SCHEME, bearer))
                .addSecurityItem(new SecurityRequirement().addList(API_KEY_SCHEME));
    }

    @Bean
    OpenApiCustomizer checkoutOperationConventions() {
        return new OperationConventions();
    }

    @Bean
    OpenApiCustomizer checkoutNullableObjects() {
        return new NullableObjects();
    }

    @Bean
    OpenApiCustomizer checkoutRequestBodies(List<RequestSchemas> features) {
        return new RequestBodies(features);
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
