package io.portolan.banks.iso20022;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.portolan.banks.http.Misbehaviour;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The ways in which this bank, or whatever stands before it, can fail to answer any question. */
final class Misbehaviours {
    private Misbehaviours() {}

    /** Each spoils a response that would otherwise be right. */
    static Stream<Named<ResponseDefinitionBuilder>> of(String right) {
        var any = new Misbehaviour(200, right, "Acme Outdoor LLC");
        return Stream.of(any.ofAny(), ofStatuses(any), ofDocuments(any)).flatMap(faults -> faults);
    }

    private static Stream<Named<ResponseDefinitionBuilder>> ofStatuses(Misbehaviour any) {
        return Stream.of(
                Named.of("responds with 201", any.ok(any.right()).withStatus(201)),
                Named.of("responds with 404 and a report", any.ok(any.right()).withStatus(404)),
                Named.of(
                        "responds with 404 and other text",
                        any.ok("no such page").withStatus(404)),
                Named.of(
                        "responds with 422 and no rejection",
                        any.ok(any.right()).withStatus(422)));
    }

    private static Stream<Named<ResponseDefinitionBuilder>> ofDocuments(Misbehaviour any) {
        String right = any.right();
        byte[] latin = right.replace("</Document>", "<!-- é --></Document>").getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                Named.of(
                        "responds with an empty document",
                        any.ok(right.replaceFirst("(?s)(<Document[^>]*>).*", "$1</Document>"))),
                Named.of("says more after its document", any.ok(right + "<more/>")),
                Named.of("responds in another version", any.ok(right.replaceFirst("\\.[0-9]{2}\"", ".99\""))),
                Named.of("responds without a namespace", any.ok(right.replaceFirst(" xmlns=\"[^\"]*\"", ""))),
                Named.of("declares a document type", any.ok("<!DOCTYPE Document [<!ENTITY a \"b\">]>" + right)),
                Named.of("responds in Latin-1", any.ok(right).withBody(latin)));
    }
}
