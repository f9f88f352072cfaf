package io.portolan.banks.iso20022;

import io.portolan.banks.http.Field;
import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.Response;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element of a document that somebody else wrote, read by paths of names in the document's own namespace.
 *
 * <p>Each step of a path is there exactly once; what is missing, double or of another shape makes the response invalid.
 * Elements that nobody asks for are ignored, because the standard allows many.
 */
record XmlElement(Element element) {

    /** The root of a document of one type, such as {@code pain.002.001.10}. */
    static XmlElement parseDocument(Response response, String type) throws InvalidResponse {
        try {
            return parseDocument(response.body(), type);
        } catch (InvalidResponse e) {
            throw response.invalid(e.detail());
        }
    }

    static XmlElement parseDocument(String xml, String type) throws InvalidResponse {
        return new XmlElement(SecureXmlParser.parseRoot(xml, "urn:iso:std:iso:20022:tech:xsd:" + type));
    }

    XmlElement child(String path) throws InvalidResponse {
        return find(path).orElseThrow(() -> new InvalidResponse(path + " is missing"));
    }

    Optional<XmlElement> find(String path) throws InvalidResponse {
        XmlElement here = this;
        for (String name : path.split("/", -1)) {
            List<XmlElement> children = here.children(name);
            if (children.isEmpty()) {
                return Optional.empty();
            }
            if (children.size() > 1) {
                throw new InvalidResponse(name + " occurs more than once");
            }
            here = children.getFirst();
        }
        return Optional.of(here);
    }

    List<XmlElement> children(String name) {
        List<XmlElement> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child
                    && name.equals(child.getLocalName())
                    && element.getNamespaceURI().equals(child.getNamespaceURI())) {
                children.add(new XmlElement(child));
            }
        }
        return children;
    }

    Field get(String path) throws InvalidResponse {
        return new Field(path, child(path).element.getTextContent().strip());
    }

    /** An amount in this currency, with exactly its decimals. */
    Money amount(String path, Currency currency) throws InvalidResponse {
        if (!child(path).element.getAttribute("Ccy").equals(currency.code())) {
            throw new InvalidResponse(path + " is in another currency than " + currency);
        }
        return get(path).amount(currency);
    }
}
