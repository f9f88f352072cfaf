package io.portolan.banks.iso20022;

import io.portolan.banks.http.InvalidResponse;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Parses XML from outside. A document type is rejected outright, so no entity can reach a file or the network, or grow.
 */
final class SecureXmlParser {
    private static final DocumentBuilderFactory PARSER_FACTORY = newParserFactory();

    private SecureXmlParser() {}

    /** The root {@code Document} of this namespace. */
    static Element parseRoot(String xml, String namespace) throws InvalidResponse {
        Element root = parse(xml);
        if (!"Document".equals(root.getLocalName()) || !namespace.equals(root.getNamespaceURI())) {
            throw new InvalidResponse("the body is not a Document of " + namespace);
        }
        return root;
    }

    private static Element parse(String xml) throws InvalidResponse {
        try {
            DocumentBuilder parser = newParser();
            // The JDK's own handler prints what it cannot read, and that may be a person's name; this one says nothing
            // and stops all the same.
            parser.setErrorHandler(new DefaultHandler());
            return parser.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException e) {
            throw new InvalidResponse("the body is not acceptable XML");
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    private static synchronized DocumentBuilder newParser() {
        try {
            return PARSER_FACTORY.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser lost a feature", e);
        }
    }

    private static DocumentBuilderFactory newParserFactory() {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser lacks a feature", e);
        }
        parsers.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parsers.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        parsers.setXIncludeAware(false);
        parsers.setExpandEntityReferences(false);
        return parsers;
    }
}
