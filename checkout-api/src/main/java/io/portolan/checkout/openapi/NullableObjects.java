package io.portolan.checkout.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says where annotations cannot that an object may be null. */
@SuppressWarnings({"rawtypes", "unchecked"}) // as Swagger declares its maps and lists of schemas
final class NullableObjects implements OpenApiCustomizer {
    private static final List<String> NULLABLE = List.of("reason", "refunded");

    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        schemas.computeIfPresent("Payment", (_, payment) -> withNullableProperties(payment));
    }

    private static Schema withNullableProperties(Schema payment) {
        Map<String, Schema> properties = payment.getProperties();
        NULLABLE.forEach(name -> properties.computeIfPresent(name, (_, property) -> nullable(property)));
        return payment;
    }

    private static Schema<?> nullable(Schema<?> property) {
        Schema<?> reference = new JsonSchema().$ref(property.get$ref());
        Schema<?> nothing = new JsonSchema().types(Set.of("null"));
        return new JsonSchema().anyOf(List.of(reference, nothing)).description(property.getDescription());
    }
}
