package io.portolan.simulators.wire;

import java.net.URI;
import java.net.URISyntaxException;

/** An absolute http or https address that something can be sent to. */
public final class HttpUrl {

    private HttpUrl() {}

    public static URI parse(String text) {
        try {
            var address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new MalformedMessage("not an address: " + text, e);
        }
        throw new MalformedMessage("not an http address: " + text);
    }
}
