package io.portolan.simulators.bank.international;

import io.portolan.simulators.wire.MalformedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element of a document that is valid by the schema, read by the names of its children. */
record XmlNode(Element element) {

    /** The element at the end of the path of names, if every step is there. */
    Optional<XmlNode> find(String path) {
        var found = Optional.of(this);
        for (String name : List.of(path.split("/", -1))) {
            found = found.flatMap(node -> node.children(name).stream().findFirst());
        }
        return found;
    }

    XmlNode get(String path) {
        return find(path).orElseThrow(() -> new MalformedMessage(path + " is missing"));
    }

    /** The text at the end of the path, without the white space around it; empty if it is not there. */
    String text(String path) {
        return find(path).map(node -> node.element.getTextContent().strip()).orElse("");
    }

    String attribute(String name) {
        return element.getAttribute(name);
    }

    private List<XmlNode> children(String name) {
        var found = new ArrayList<XmlNode>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element candidate && name.equals(candidate.getLocalName())) {
                found.add(new XmlNode(candidate));
            }
        }
        return found;
    }
}
