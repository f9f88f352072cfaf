package io.portolan.banks.iso20022;

import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element of a document that somebody else wrote, read by paths of names in the document's own namespace.
 *
 * <p>Each step of a path is there exactly once; what is missing, double or of another shape makes the whole answer untrustworthy. Elements that
 * nobody asks for are ignored, because the standard allows many.
 */
record XmlElement(Element element) {
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{1,9})?Z");
    private static final Pattern IDENTIFIER = Pattern.compile("[!-~]{1,64}");

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
                throw new InvalidResponse(name + " is there more than once");
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

    String text(String path) throws InvalidResponse {
        return child(path).element.getTextContent().strip();
    }

    /** A short word without blanks, such as a reference or a state. */
    String identifier(String path) throws InvalidResponse {
        String word = text(path);
        if (!IDENTIFIER.matcher(word).matches()) {
            throw new InvalidResponse(path + " is not 1 to 64 visible characters");
        }
        return word;
    }

    /** Refuses any other text. */
    void requireEquals(String path, String expected) throws InvalidResponse {
        if (!text(path).equals(expected)) {
            throw new InvalidResponse(path + " is not the one we asked about");
        }
    }

    Instant time(String path) throws InvalidResponse {
        String text = text(path);
        try {
            if (TIME.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // Refused below, with what has the right shape and is no time.
        }
        throw new InvalidResponse(path + " is not a time in UTC");
    }

    /** An amount with exactly the currency's decimals, in this currency. */
    Money amount(String path, Currency currency) throws InvalidResponse {
        if (!child(path).element.getAttribute("Ccy").equals(currency.code())) {
            throw new InvalidResponse(path + " is in another currency than " + currency);
        }
        String text = text(path);
        try {
            Money amount = Money.parse(currency, text);
            if (amount.toDecimal().toPlainString().equals(text)) {
                return amount;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, like an amount with other decimals.
        }
        throw new InvalidResponse(path + " is not an amount in " + currency);
    }
}
