package io.portolan.banks.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxPacs00400109;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import io.portolan.banks.http.InvalidResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An independent parser of the standard reads each document and writes it again: nothing is lost and nothing changes
 * its place.
 */
class StandardConformanceTest {
    @Test
    void ourPaymentInitiationConforms() throws InvalidResponse {
        String order = new PaymentInitiation(Samples.PAYOUT, "Portolan", Samples.NOW).xml();

        assertSame(order, MxPain00100109.parse(order), "pain.001.001.09");
    }

    @Test
    void sampleStatusReportsConform() throws InvalidResponse {
        for (String report : List.of(
                SampleDocuments.PENDING,
                SampleDocuments.BOOKED,
                SampleDocuments.SETTLED,
                SampleDocuments.rejected("AC01"))) {
            assertSame(report, MxPain00200110.parse(report), "pain.002.001.10");
        }
    }

    @Test
    void samplePaymentReturnConforms() throws InvalidResponse {
        assertSame(SampleDocuments.RETURNED, MxPacs00400109.parse(SampleDocuments.RETURNED), "pacs.004.001.09");
    }

    @Test
    void sampleStatementConforms() throws InvalidResponse {
        assertSame(SampleDocuments.STATEMENT, MxCamt05300108.parse(SampleDocuments.STATEMENT), "camt.053.001.08");
    }

    private static void assertSame(String document, AbstractMX parsed, String type) throws InvalidResponse {
        String namespace = "urn:iso:std:iso:20022:tech:xsd:" + type;
        assertThat(pathsIn(SecureXmlParser.parseRoot(parsed.message(), namespace)))
                .isEqualTo(pathsIn(SecureXmlParser.parseRoot(document, namespace)));
    }

    private static List<String> pathsIn(Element root) {
        List<String> paths = new ArrayList<>();
        collect(root, "", paths);
        return paths;
    }

    private static void collect(Element element, String above, List<String> paths) {
        String path = above + "/" + element.getLocalName();
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        paths.add(children.isEmpty() && !path.contains("Tm") ? path + "=" + element.getTextContent() : path);
        children.forEach(child -> collect(child, path, paths));
    }
}
