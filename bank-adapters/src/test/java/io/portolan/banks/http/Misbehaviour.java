package io.portolan.banks.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * The ways in which another side, or whatever stands before it, can fail to answer any question. Each spoils a response
 * that would otherwise be right; {@code secret} stands in some of them and may not be repeated.
 */
public record Misbehaviour(int rightStatus, String right, String secret) {
    private static final int LATE_MILLIS = 2_000;

    /** Whatever the protocol. */
    public Stream<Named<ResponseDefinitionBuilder>> ofAny() {
        return Stream.concat(ofTransport(), ofContent());
    }

    private Stream<Named<ResponseDefinitionBuilder>> ofTransport() {
        return Stream.of(
                Named.of("responds too late", ok(right).withFixedDelay(LATE_MILLIS)),
                Named.of("dribbles its response", ok(right).withChunkedDribbleDelay(20, LATE_MILLIS)),
                Named.of("resets the connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Named.of("closes without a response", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Named.of("breaks off in the body", ok(right).withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Named.of("does not speak HTTP", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Named.of("responds with 500", ok(right).withStatus(500)),
                Named.of("responds with 503", ok(right).withStatus(503)),
                Named.of("redirects by 301", ok(right).withStatus(301).withHeader("Location", "/elsewhere")),
                Named.of("redirects by 307", ok(right).withStatus(307).withHeader("Location", "/elsewhere")),
                Named.of("responds with 403", ok(right).withStatus(403)),
                Named.of("has no content", aResponse().withStatus(204)));
    }

    private Stream<Named<ResponseDefinitionBuilder>> ofContent() {
        String page = "<html><body>" + secret + ": no such page.</body></html>";
        return Stream.of(
                Named.of("responds with 404 and a page", ok(page).withStatus(404)),
                Named.of("responds with 404 and nothing", aResponse().withStatus(404)),
                Named.of("responds with 422 and a page", ok(page).withStatus(422)),
                Named.of("responds with 422 and nothing", aResponse().withStatus(422)),
                Named.of("responds with gibberish", ok("%&/()= " + secret)),
                Named.of("responds with a page", ok(page)),
                Named.of("responds with nothing", ok("")),
                Named.of("responds with half", ok(right.substring(0, right.length() / 2))),
                Named.of("never stops", ok(right + " ".repeat(9 * 1024 * 1024))));
    }

    /** Where one JSON object is right. */
    public Stream<Named<ResponseDefinitionBuilder>> ofJson() {
        byte[] latin = right.replaceFirst("\\{", "{\"x\":\"é\",").getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                Named.of("responds with null", ok("null")),
                Named.of("responds with an array", ok("[" + right + "]")),
                Named.of("responds with an empty object", ok("{}")),
                Named.of("says more after its object", ok(right + " {}")),
                Named.of("says things twice", ok(right.substring(0, right.length() - 1) + "," + right.substring(1))),
                Named.of("responds in Latin-1", ok(right).withBody(latin)));
    }

    /** Another body under the status that would be right. */
    public ResponseDefinitionBuilder ok(String body) {
        return aResponse().withStatus(rightStatus).withBody(body);
    }
}
