package io.portolan.banks.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/**
 * A request before it is signed. What is sent and what a signature covers are read from this one value, so they cannot
 * differ.
 */
public record UnsignedRequest(String method, URI uri, String body) {

    /** The same request with one more query parameter, percent-encoded. */
    public UnsignedRequest with(String name, String value) {
        String parameter = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return new UnsignedRequest(method, URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + parameter), body);
    }

    /** The path with its query, exactly as it is sent. */
    public String pathWithQuery() {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    public byte[] bodyBytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The request as it is, to which its signature can be added. */
    public HttpRequest.Builder toBuilder(String contentType) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", contentType)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bodyBytes()));
    }
}
