package io.portolan.banks.iso20022;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The ways in which a bank, or whatever stands before it, can fail to answer any question. */
final class Misbehaviour {
    private static final int LATE_MILLIS = 2_000;
    private static final String HTML_PAGE = "<html><body>Acme Outdoor LLC: no such page.</body></html>";

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
                Named.of("answers 404 with an answer", ok(right).withStatus(404)),
                Named.of("answers 201", ok(right).withStatus(201)),
                Named.of("has no content", aResponse().withStatus(204)));
    }

    private static Stream<Named<ResponseDefinitionBuilder>> contentFaults(String right) {
        byte[] latin = right.replace("</Document>", "<!-- é --></Document>").getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                Named.of("answers 404 with a page", ok(HTML_PAGE).withStatus(404)),
                Named.of("answers 404 with another word", ok("no such page").withStatus(404)),
                Named.of("answers 404 with nothing", aResponse().withStatus(404)),
                Named.of("answers 422 with a page", ok(HTML_PAGE).withStatus(422)),
                Named.of("answers 422 with nothing", aResponse().withStatus(422)),
                Named.of("answers 422 with what was no refusal", ok(right).withStatus(422)),
                Named.of("answers gibberish", ok("%&/()= Acme Outdoor LLC")),
                Named.of("answers a page", ok(HTML_PAGE)),
                Named.of("answers nothing", ok("")),
                Named.of(
                        "answers an empty document",
                        ok(right.replaceFirst("(?s)(<Document[^>]*>).*", "$1</Document>"))),
                Named.of("answers half", ok(right.substring(0, right.length() / 2))),
                Named.of("says more after its answer", ok(right + "<more/>")),
                Named.of("answers in another version", ok(right.replaceFirst("\\.[0-9]{2}\"", ".99\""))),
                Named.of("answers without a namespace", ok(right.replaceFirst(" xmlns=\"[^\"]*\"", ""))),
                Named.of("declares a document type", ok("<!DOCTYPE Document [<!ENTITY a \"b\">]>" + right)),
                Named.of("answers in Latin-1", ok(right).withBody(latin)),
                Named.of("never stops", ok(right + " ".repeat(9 * 1024 * 1024))));
    }

    private static ResponseDefinitionBuilder ok(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/xml")
                .withBody(body);
    }
}
