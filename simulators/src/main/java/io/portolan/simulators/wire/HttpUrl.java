package io.portolan.simulators.wire;

import java.net.URI;
import java.net.URISyntaxException;

/** An absolute http or https URL. */
public final class HttpUrl {

    private HttpUrl() {}

    public static URI parse(String text) {
        try {
            var url = new URI(text);
            boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (isHttp && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new MalformedMessage("must be an http or https URL: " + text, e);
        }
        throw new MalformedMessage("must be an http or https URL: " + text);
    }
}
