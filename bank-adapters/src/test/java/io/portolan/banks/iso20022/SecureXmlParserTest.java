package io.portolan.banks.iso20022;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.WithStubbedServer;
import org.junit.jupiter.api.Test;

class SecureXmlParserTest extends WithStubbedServer {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
    private static final String DOCUMENT = "<Document xmlns=\"" + NAMESPACE + "\">%s</Document>";

    @Test
    void readsADocument() throws InvalidResponse {
        assertThat(SecureXmlParser.parseRoot(DOCUMENT.formatted("text"), NAMESPACE)
                        .getTextContent())
                .isEqualTo("text");
    }

    @Test
    void readsADocumentWhoseNamespaceHasAPrefix() throws InvalidResponse {
        String prefixed = "<n:Document xmlns:n=\"" + NAMESPACE + "\"><n:A>text</n:A></n:Document>";

        assertThat(new XmlElement(SecureXmlParser.parseRoot(prefixed, NAMESPACE))
                        .get("A")
                        .text())
                .isEqualTo("text");
    }

    @Test
    void ignoresElementsOfAnotherNamespace() throws InvalidResponse {
        String mixed = DOCUMENT.formatted("<A xmlns=\"urn:other\">wrong</A>");

        assertThat(new XmlElement(SecureXmlParser.parseRoot(mixed, NAMESPACE)).children("A"))
                .isEmpty();
    }

    @Test
    void readsNoFile() {
        String xml =
                "<!DOCTYPE Document [<!ENTITY file SYSTEM \"file:///etc/hostname\">]>" + DOCUMENT.formatted("&file;");

        assertThatThrownBy(() -> SecureXmlParser.parseRoot(xml, NAMESPACE)).isInstanceOf(InvalidResponse.class);
    }

    @Test
    void expandsNoEntities() {
        StringBuilder type = new StringBuilder("<!DOCTYPE Document [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        String xml = type + "]>" + DOCUMENT.formatted("&a29;");

        assertThatThrownBy(() -> SecureXmlParser.parseRoot(xml, NAMESPACE)).isInstanceOf(InvalidResponse.class);
    }

    @Test
    void opensNoConnection() {
        String address = server.baseUrl();
        String type = "<!DOCTYPE Document SYSTEM \"" + address + "/type.dtd\">" + DOCUMENT.formatted("");
        String include =
                DOCUMENT.formatted("<i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"" + address + "\"/>");
        String schema = DOCUMENT.formatted("")
                .replace(
                        " xmlns=",
                        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:schemaLocation=\"" + NAMESPACE + " "
                                + address + "/s.xsd\" xmlns=");

        assertThatThrownBy(() -> SecureXmlParser.parseRoot(type, NAMESPACE)).isInstanceOf(InvalidResponse.class);
        assertThat(read(include)).isTrue();
        assertThat(read(schema)).isTrue();
        server.verify(0, anyRequestedFor(anyUrl()));
    }

    private static boolean read(String xml) {
        try {
            return SecureXmlParser.parseRoot(xml, NAMESPACE).hasAttribute("xmlns");
        } catch (InvalidResponse e) {
            return false;
        }
    }
}
