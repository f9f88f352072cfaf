package io.portolan.checkout.openapi;

import io.portolan.checkout.requests.RequestSchema;
import io.portolan.checkout.requests.RequestSchema.Note;
import io.portolan.checkout.requests.RequestSchemas;
import io.portolan.domain.input.NumberRule;
import io.portolan.domain.input.ObjectRule;
import io.portolan.domain.input.OneOfRule;
import io.portolan.domain.input.Rule;
import io.portolan.domain.input.TextRule;
import io.portolan.domain.input.TextsRule;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes request bodies by the rules that check them, so that description and check cannot differ. */
final class RequestBodies implements OpenApiCustomizer {
    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<ObjectRule, RequestSchema> schemas;

    RequestBodies(List<RequestSchemas> features) {
        this.schemas = features.stream()
                .flatMap(feature -> feature.all().stream())
                .collect(Collectors.toMap(RequestSchema::rule, Function.identity()));
    }

    @Override
    public void customise(OpenAPI api) {
        schemas.values().forEach(schema -> api.getComponents().addSchemas(schema.name(), objectOf(schema)));
    }

    private Schema<?> objectOf(RequestSchema schema) {
        Schema<?> object = typed("object").description(schema.description());
        object.additionalProperties(false);
        schema.rule().fields().forEach((name, field) -> {
            object.addProperty(name, describe(schemaOf(field.rule()), schema.noteOf(name)));
            if (field.isRequired()) {
                object.addRequiredItem(name);
            }
        });
        return object;
    }

    private static Schema<?> describe(Schema<?> property, Note note) {
        property.description(note.description());
        if (note.example() != null) {
            property.example(note.example());
        }
        return property;
    }

    private Schema<?> schemaOf(Rule rule) {
        return switch (rule) {
            case TextRule text -> textOf(text);
            case NumberRule number ->
                typed("integer")
                        .format("int64")
                        .minimum(BigDecimal.valueOf(number.min()))
                        .maximum(BigDecimal.valueOf(number.max()));
            case TextsRule texts ->
                typed("object")
                        .maxProperties(texts.maxEntries())
                        .propertyNames(textOf(texts.names()))
                        .additionalProperties(textOf(texts.values()));
            case ObjectRule object -> referenceTo(object);
            case OneOfRule oneOf
            when oneOf.forms().size() == 1 -> referenceTo(oneOf.forms().getFirst());
            case OneOfRule oneOf -> {
                Schema<?> choice = new JsonSchema();
                oneOf.forms().forEach(form -> choice.addOneOfItem(referenceTo(form)));
                yield choice;
            }
        };
    }

    private static Schema<?> textOf(TextRule rule) {
        Schema<?> text = typed("string");
        if (rule.minLength() > 0) {
            text.minLength(rule.minLength());
        }
        if (rule.maxLength() < Integer.MAX_VALUE) {
            text.maxLength(rule.maxLength());
        }
        return rule.pattern().isEmpty() ? text : text.pattern("^" + rule.pattern() + "$");
    }

    private Schema<?> referenceTo(ObjectRule rule) {
        return new JsonSchema()
                .$ref(SCHEMAS + Objects.requireNonNull(schemas.get(rule)).name());
    }

    private static Schema<?> typed(String type) {
        return new JsonSchema().types(Set.of(type));
    }
}
