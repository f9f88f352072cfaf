package io.portolan.banks.signedjson;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The ways in which a bank, or whatever stands before it, can fail to answer any question. */
final class Misbehaviour {
    private static final int LATE_MILLIS = 2_000;

    private Misbehaviour() {}

    /** Each spoils an answer that would otherwise be right. */
    static Stream<Named<ResponseDefinitionBuilder>> each(String rightAnswer) {
        return Stream.concat(transportFaults(rightAnswer), contentFaults(rightAnswer));
    }

    private static Stream<Named<ResponseDefinitionBuilder>> transportFaults(String right) {
        return Stream.of(
                Named.of("answers too late", ok(right).withFixedDelay(LATE_MILLIS)),
                Named.of("dribbles its answer", ok(right).withChunkedDribbleDelay(20, LATE_MILLIS)),
                Named.of("resets the connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Named.of("closes without an answer", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Named.of("breaks off in the body", ok(right).withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Named.of("does not speak HTTP", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Named.of("answers 500", ok(right).withStatus(500)),
                Named.of("answers 503", ok(right).withStatus(503)),
                Named.of("redirects for ever", ok(right).withStatus(301).withHeader("Location", "/elsewhere")),
                Named.of("redirects once", ok(right).withStatus(307).withHeader("Location", "/elsewhere")),
                Named.of("answers 403", ok(right).withStatus(403)),
                Named.of("answers 201", ok(right).withStatus(201)),
                Named.of("has no content", aResponse().withStatus(204)));
    }

    private static Stream<Named<ResponseDefinitionBuilder>> contentFaults(String right) {
        String html = "<html><body>Li Wei, sit down. No such page.</body></html>";
        byte[] latin = right.replaceFirst("\\{", "{\"x\":\"é\",").getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                Named.of("answers 404 with a page", ok(html).withStatus(404)),
                Named.of(
                        "answers 404 with another code",
                        ok("{\"code\":\"NO\",\"message\":\"\"}").withStatus(404)),
                Named.of("answers 404 with nothing", aResponse().withStatus(404)),
                Named.of("answers 422 with a page", ok(html).withStatus(422)),
                Named.of(
                        "answers 422 without a code",
                        ok("{\"message\":\"Li Wei\"}").withStatus(422)),
                Named.of(
                        "answers 422 with words for a code",
                        ok("{\"code\":\"Li Wei\",\"message\":\"\"}").withStatus(422)),
                Named.of("answers gibberish", ok("%&/()= Li Wei")),
                Named.of("answers a page", ok(html)),
                Named.of("answers nothing", ok("")),
                Named.of("answers null", ok("null")),
                Named.of("answers a list", ok("[" + right + "]")),
                Named.of("answers an empty object", ok("{}")),
                Named.of("answers half", ok(right.substring(0, right.length() / 2))),
                Named.of("says more after its answer", ok(right + " {}")),
                Named.of("says things twice", ok(right.substring(0, right.length() - 1) + "," + right.substring(1))),
                Named.of("answers in Latin-1", ok(right).withBody(latin)),
                Named.of("never stops", ok(right + " ".repeat(9 * 1024 * 1024))));
    }

    private static ResponseDefinitionBuilder ok(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
