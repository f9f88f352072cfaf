package io.portolan.banks.signedjson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.portolan.banks.http.Misbehaviour;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The ways in which this bank, or whatever stands before it, can fail to answer any question. */
final class Misbehaviours {
    private Misbehaviours() {}

    /** Each spoils a response that would otherwise be right. */
    static Stream<Named<ResponseDefinitionBuilder>> of(String right) {
        var any = new Misbehaviour(200, right, "Li Wei");
        String noCode = "{\"message\":\"Li Wei\"}";
        return Stream.of(
                        any.ofAny(),
                        any.ofJson(),
                        Stream.of(
                                Named.of("responds with 201", any.ok(right).withStatus(201)),
                                Named.of(
                                        "responds with 404 and another code",
                                        any.ok(error("NO")).withStatus(404)),
                                Named.of(
                                        "responds with 422 without a code",
                                        any.ok(noCode).withStatus(422)),
                                Named.of(
                                        "responds with 422 and text for a code",
                                        any.ok(error("Li Wei")).withStatus(422))))
                .flatMap(faults -> faults);
    }

    private static String error(String code) {
        return "{\"code\":\"" + code + "\",\"message\":\"\"}";
    }
}
