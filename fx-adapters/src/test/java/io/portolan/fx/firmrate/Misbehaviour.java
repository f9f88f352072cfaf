package io.portolan.fx.firmrate;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The ways in which a dealer, or whatever stands before it, can fail to answer any question. */
final class Misbehaviour {
    private static final int LATE_MILLIS = 2_000;

    private Misbehaviour() {}

    /** Each spoils an answer that would otherwise be right. */
    static Stream<Named<ResponseDefinitionBuilder>> each(int rightStatus, String rightAnswer) {
        return Stream.concat(transportFaults(rightStatus, rightAnswer), contentFaults(rightStatus, rightAnswer));
    }

    private static Stream<Named<ResponseDefinitionBuilder>> transportFaults(int status, String right) {
        return Stream.of(
                Named.of("answers too late", answer(status, right).withFixedDelay(LATE_MILLIS)),
                Named.of("dribbles its answer", answer(status, right).withChunkedDribbleDelay(20, LATE_MILLIS)),
                Named.of("resets the connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Named.of("closes without an answer", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Named.of("breaks off in the body", answer(status, right).withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Named.of("does not speak HTTP", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Named.of("answers 500", answer(status, right).withStatus(500)),
                Named.of("answers 503", answer(status, right).withStatus(503)),
                Named.of(
                        "redirects for ever",
                        answer(status, right).withStatus(301).withHeader("Location", "/elsewhere")),
                Named.of("redirects once", answer(status, right).withStatus(307).withHeader("Location", "/elsewhere")),
                Named.of("answers 403", answer(status, right).withStatus(403)),
                Named.of("answers 206", answer(status, right).withStatus(206)),
                Named.of("has no content", aResponse().withStatus(204)));
    }

    private static Stream<Named<ResponseDefinitionBuilder>> contentFaults(int status, String right) {
        String html = "<html><body>Mr Secret, sit down. No such page.</body></html>";
        byte[] latin = right.replaceFirst("\\{", "{\"x\":\"é\",").getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                Named.of("answers 404 with a page", answer(status, html).withStatus(404)),
                Named.of(
                        "answers 404 with another code",
                        answer(status, "{\"error\":{\"code\":\"no\",\"message\":\"\"}}")
                                .withStatus(404)),
                Named.of("answers 404 with nothing", aResponse().withStatus(404)),
                Named.of("answers 422 with a page", answer(status, html).withStatus(422)),
                Named.of(
                        "answers 422 without a code",
                        answer(status, "{\"error\":{\"message\":\"Mr Secret\"}}")
                                .withStatus(422)),
                Named.of(
                        "answers 422 with words for a code",
                        answer(status, "{\"error\":{\"code\":\"Mr Secret\",\"message\":\"\"}}")
                                .withStatus(422)),
                Named.of("answers 410 with a page", answer(status, html).withStatus(410)),
                Named.of(
                        "answers 422 in another shape",
                        answer(status, "{\"code\":\"no\",\"message\":\"\"}").withStatus(422)),
                Named.of("answers gibberish", answer(status, "%&/()= Mr Secret")),
                Named.of("answers a page", answer(status, html)),
                Named.of("answers nothing", answer(status, "")),
                Named.of("answers null", answer(status, "null")),
                Named.of("answers a list", answer(status, "[" + right + "]")),
                Named.of("answers an empty object", answer(status, "{}")),
                Named.of("answers half", answer(status, right.substring(0, right.length() / 2))),
                Named.of("says more after its answer", answer(status, right + " {}")),
                Named.of(
                        "says things twice",
                        answer(status, right.substring(0, right.length() - 1) + "," + right.substring(1))),
                Named.of("answers in Latin-1", answer(status, right).withBody(latin)),
                Named.of("never stops", answer(status, right + " ".repeat(9 * 1024 * 1024))));
    }

    private static ResponseDefinitionBuilder answer(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
