package io.portolan.simulators.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A document from the international bank, read by a strict parser. */
public record XmlResponse(Element root) {

    public static XmlResponse parse(String text) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return new XmlResponse(factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement());
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError("not a strict XML document: " + text, e);
        }
    }

    public String namespace() {
        return root.getNamespaceURI();
    }

    /** All texts at the end of a path of names under the root. */
    public List<String> texts(String path) {
        return elements(path).stream().map(Element::getTextContent).toList();
    }

    public String text(String path) {
        var found = texts(path);
        if (found.size() != 1) {
            throw new AssertionError(path + " occurs " + found.size() + " times");
        }
        return found.getFirst();
    }

    public List<Element> elements(String path) {
        var found = List.of(root);
        for (String name : List.of(path.split("/", -1))) {
            found = found.stream()
                    .flatMap(parent -> children(parent, name).stream())
                    .toList();
        }
        return found;
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element child && child.getLocalName().equals(name)) {
                found.add(child);
            }
        }
        return found;
    }
}
