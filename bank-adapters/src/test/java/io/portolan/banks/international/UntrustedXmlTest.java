package io.portolan.banks.international;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.Test;

class UntrustedXmlTest {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
    private static final String DOCUMENT = "<Document xmlns=\"" + NAMESPACE + "\">%s</Document>";

    @Test
    void readsADocument() throws Untrustworthy {
        assertThat(UntrustedXml.root(DOCUMENT.formatted("text"), NAMESPACE).getTextContent())
                .isEqualTo("text");
    }

    @Test
    void readsADocumentWhoseNamespaceHasAPrefix() throws Untrustworthy {
        String prefixed = "<n:Document xmlns:n=\"" + NAMESPACE + "\"><n:A>text</n:A></n:Document>";

        assertThat(new XmlElement(UntrustedXml.root(prefixed, NAMESPACE)).text("A"))
                .isEqualTo("text");
    }

    @Test
    void ignoresElementsOfAnotherNamespace() throws Untrustworthy {
        String mixed = DOCUMENT.formatted("<A xmlns=\"urn:other\">wrong</A>");

        assertThat(new XmlElement(UntrustedXml.root(mixed, NAMESPACE)).children("A"))
                .isEmpty();
    }

    @Test
    void reachesNoFile() {
        String xml =
                "<!DOCTYPE Document [<!ENTITY file SYSTEM \"file:///etc/hostname\">]>" + DOCUMENT.formatted("&file;");

        assertThatThrownBy(() -> UntrustedXml.root(xml, NAMESPACE)).isInstanceOf(Untrustworthy.class);
    }

    @Test
    void growsNoEntities() {
        StringBuilder type = new StringBuilder("<!DOCTYPE Document [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        String xml = type + "]>" + DOCUMENT.formatted("&a29;");

        assertThatThrownBy(() -> UntrustedXml.root(xml, NAMESPACE)).isInstanceOf(Untrustworthy.class);
    }

    @Test
    void reachesNoNetwork() {
        WireMockServer server = StubbedBank.start();
        try {
            String address = server.baseUrl();
            String type = "<!DOCTYPE Document SYSTEM \"" + address + "/type.dtd\">" + DOCUMENT.formatted("");
            String include = DOCUMENT.formatted(
                    "<i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"" + address + "\"/>");
            String schema = DOCUMENT.formatted("")
                    .replace(
                            " xmlns=",
                            " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:schemaLocation=\"" + NAMESPACE
                                    + " " + address + "/s.xsd\" xmlns=");

            assertThatThrownBy(() -> UntrustedXml.root(type, NAMESPACE)).isInstanceOf(Untrustworthy.class);
            assertThat(read(include)).isTrue();
            assertThat(read(schema)).isTrue();
            server.verify(0, anyRequestedFor(anyUrl()));
        } finally {
            server.stop();
        }
    }

    private static boolean read(String xml) {
        try {
            return UntrustedXml.root(xml, NAMESPACE).hasAttribute("xmlns");
        } catch (Untrustworthy e) {
            return false;
        }
    }
}
