package io.portolan.simulators.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** An HTTP request as it was received, not yet authenticated. */
public interface Request {

    String method();

    /** Path and query exactly as sent, as signatures cover them. */
    String target();

    Optional<String> header(String name);

    byte[] body();

    /** A required query parameter, percent-decoded and not empty. */
    default String parameter(String name) {
        int query = target().indexOf('?');
        return Arrays.stream(target().substring(query + 1).split("&", -1))
                .filter(pair -> query >= 0 && pair.startsWith(name + "=") && pair.length() > name.length() + 1)
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new MalformedMessage("the parameter " + name + " is missing"));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("a parameter is not percent-encoded", e);
        }
    }
}
