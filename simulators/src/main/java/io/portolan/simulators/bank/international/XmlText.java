package io.portolan.simulators.bank.international;

import io.portolan.simulators.money.Money;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document that is being written; elements close as the calls nest. */
final class XmlText {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    private XmlText() throws XMLStreamException {
        writer = FACTORY.createXMLStreamWriter(text);
    }

    /** A whole ISO 20022 document of the given type, such as pain.002.001.10. */
    static String document(String type, Content content) {
        try {
            var xml = new XmlText();
            xml.writer.writeStartDocument("UTF-8", "1.0");
            xml.writer.writeStartElement("Document");
            xml.writer.writeDefaultNamespace("urn:iso:std:iso:20022:tech:xsd:" + type);
            content.write(xml);
            xml.writer.writeEndDocument();
            return xml.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    /** An element with children. */
    XmlText element(String name, Content content) throws XMLStreamException {
        writer.writeStartElement(name);
        content.write(this);
        writer.writeEndElement();
        return this;
    }

    /** Nested elements, the innermost with text; the path separates their names by slashes. */
    XmlText leaf(String path, String value) throws XMLStreamException {
        var names = List.of(path.split("/", -1));
        for (String name : names) {
            writer.writeStartElement(name);
        }
        writer.writeCharacters(value);
        for (int i = 0; i < names.size(); i++) {
            writer.writeEndElement();
        }
        return this;
    }

    XmlText amount(String name, Money money) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeAttribute("Ccy", money.currency().name());
        writer.writeCharacters(money.decimal());
        writer.writeEndElement();
        return this;
    }

    /** Writes what is inside an element. */
    @FunctionalInterface
    interface Content {

        void write(XmlText xml) throws XMLStreamException;
    }
}
