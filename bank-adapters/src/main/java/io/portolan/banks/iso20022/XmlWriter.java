package io.portolan.banks.iso20022;

import io.portolan.domain.money.Money;
import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An ISO 20022 document of ours as it is being written. Texts are escaped; nesting reads like the standard's tables.
 */
final class XmlWriter {
    /** What XML 1.0 can carry at all, escaped or not. */
    private static final Pattern XML_CHARACTERS =
            Pattern.compile("[\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]*");

    private final StringWriter buffer = new StringWriter();
    private final XMLStreamWriter writer;

    /** Writes what stands inside an element. */
    @FunctionalInterface
    interface Content {
        void write(XmlWriter xml) throws XMLStreamException;
    }

    private XmlWriter() throws XMLStreamException {
        writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(buffer);
    }

    static boolean isRepresentable(String value) {
        return XML_CHARACTERS.matcher(value).matches();
    }

    /** A document of this type, such as {@code pain.001.001.09}. */
    static String writeDocument(String type, Content content) {
        try {
            XmlWriter xml = new XmlWriter();
            xml.writer.writeStartDocument("UTF-8", "1.0");
            xml.writer.writeStartElement("Document");
            xml.writer.writeDefaultNamespace("urn:iso:std:iso:20022:tech:xsd:" + type);
            content.write(xml);
            xml.writer.writeEndDocument();
            return xml.buffer.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory cannot fail", e);
        }
    }

    XmlWriter element(String name, Content content) throws XMLStreamException {
        writer.writeStartElement(name);
        content.write(this);
        writer.writeEndElement();
        return this;
    }

    /** A text inside one element or, by a path such as {@code Id/Othr/Id}, inside several. */
    XmlWriter text(String path, String value) throws XMLStreamException {
        String[] names = path.split("/", -1);
        for (String name : names) {
            writer.writeStartElement(name);
        }
        writer.writeCharacters(value);
        for (int depth = 0; depth < names.length; depth++) {
            writer.writeEndElement();
        }
        return this;
    }

    XmlWriter amount(String name, Money amount) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeAttribute("Ccy", amount.currency().code());
        writer.writeCharacters(amount.toDecimal().toPlainString());
        writer.writeEndElement();
        return this;
    }
}
