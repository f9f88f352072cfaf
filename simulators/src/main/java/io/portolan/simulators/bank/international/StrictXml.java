package io.portolan.simulators.bank.international;

import io.portolan.simulators.wire.MalformedMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Parses payment documents against the schema. A document type declaration is always rejected, so that no entity can
 * read a file, reach the network or expand without limit.
 */
final class StrictXml {

    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final DocumentBuilderFactory factory;

    StrictXml() {
        factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        factory.setExpandEntityReferences(false);
        factory.setXIncludeAware(false);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var schema = StrictXml.class.getResource("pain.001.001.09.xsd");
            factory.setSchema(SchemaFactory.newDefaultInstance().newSchema(schema));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's own XML parser supports all of this", e);
        }
    }

    XmlNode parse(byte[] body) {
        if (body.length > MAX_BODY_BYTES) {
            throw new MalformedMessage("the document is too large");
        }
        try {
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new FailOnAnyError());
            return new XmlNode(builder.parse(new ByteArrayInputStream(body)).getDocumentElement());
        } catch (SAXException e) {
            throw new MalformedMessage("the document is not valid: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("parsing from memory", e);
        }
    }

    /** The default handler prints errors to stderr and continues. */
    private static final class FailOnAnyError implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
