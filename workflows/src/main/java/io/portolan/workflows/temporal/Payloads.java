package io.portolan.workflows.temporal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.workflows.payment.Advance;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.util.List;

/**
 * How values look in a workflow's history: JSON of a record's components, nothing derived, and the kinds of an outcome by name.
 *
 * <p>Strict about what is missing: a component that a record needs is never made up, so an outcome without its reference cannot become a booked
 * one. Lenient about what is unknown: a worker of the last release must be able to go on with what a newer one wrote.
 */
public final class Payloads {
    private Payloads() {}

    /** Values as readable JSON. */
    public static DataConverter readable() {
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper()));
    }

    /** The same, encrypted, and with it what failures say. Ids, types and times stay readable. */
    public static DataConverter encrypted(EncryptedPayloads encryption) {
        return new CodecDataConverter(readable(), List.of(encryption), true);
    }

    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addMixIn(MovementOutcome.class, OutcomeByName.class)
                .addMixIn(Advance.class, AdvanceByName.class)
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = MovementOutcome.Booked.class, name = "booked"),
        @JsonSubTypes.Type(value = MovementOutcome.Rejected.class, name = "rejected"),
        @JsonSubTypes.Type(value = MovementOutcome.Unknown.class, name = "unknown")
    })
    private interface OutcomeByName {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "advance")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Advance.Moved.class, name = "moved"),
        @JsonSubTypes.Type(value = Advance.Pending.class, name = "pending"),
        @JsonSubTypes.Type(value = Advance.Waiting.class, name = "waiting"),
        @JsonSubTypes.Type(value = Advance.AwaitingNews.class, name = "awaiting_news"),
        @JsonSubTypes.Type(value = Advance.Ended.class, name = "ended")
    })
    private interface AdvanceByName {}
}
