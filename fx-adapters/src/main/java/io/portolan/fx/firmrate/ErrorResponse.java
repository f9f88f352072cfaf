package io.portolan.fx.firmrate;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.JsonFields;
import io.portolan.banks.http.Response;
import java.util.regex.Pattern;

/**
 * A response by which the dealer says no. A proxy's error page has no code of the dealer's, so it is not mistaken for
 * one.
 */
record ErrorResponse(Response response) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    String code() throws InvalidResponse {
        JsonFields error = response.json().object("error");
        error.get("message");
        String code = error.get("code").text();
        if (!CODE.matcher(code).matches()) {
            throw response.invalid("no valid error code");
        }
        return code;
    }

    void requireCode(String expected) throws InvalidResponse {
        if (!code().equals(expected)) {
            throw response.unexpectedStatus();
        }
    }
}
