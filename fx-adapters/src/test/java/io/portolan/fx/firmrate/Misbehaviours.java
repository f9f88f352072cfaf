package io.portolan.fx.firmrate;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.portolan.banks.http.Misbehaviour;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The ways in which this dealer, or whatever stands before it, can fail to answer any question. */
final class Misbehaviours {
    private Misbehaviours() {}

    /** Each spoils a response that would otherwise be right. */
    static Stream<Named<ResponseDefinitionBuilder>> of(int rightStatus, String right) {
        var any = new Misbehaviour(rightStatus, right, "Mr Secret");
        String noCode = "{\"error\":{\"message\":\"Mr Secret\"}}";
        String noError = "{\"code\":\"no\",\"message\":\"\"}";
        return Stream.of(
                        any.ofAny(),
                        any.ofJson(),
                        Stream.of(
                                Named.of("responds with 206", any.ok(right).withStatus(206)),
                                Named.of(
                                        "responds with 404 and another code",
                                        any.ok(error("no")).withStatus(404)),
                                Named.of(
                                        "responds with 410 and another code",
                                        any.ok(error("no")).withStatus(410)),
                                Named.of(
                                        "responds with 422 without a code",
                                        any.ok(noCode).withStatus(422)),
                                Named.of(
                                        "responds with 422 without an error",
                                        any.ok(noError).withStatus(422)),
                                Named.of(
                                        "responds with 422 and text for a code",
                                        any.ok(error("Mr Secret")).withStatus(422))))
                .flatMap(faults -> faults);
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"\"}}";
    }
}
