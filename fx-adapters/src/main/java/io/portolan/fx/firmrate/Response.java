package io.portolan.fx.firmrate;

import java.util.regex.Pattern;

/** A whole HTTP answer of the dealer. */
record Response(int status, String body) {
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    JsonFields json() throws InvalidResponse {
        try {
            return JsonFields.parse(body);
        } catch (InvalidResponse e) {
            throw new InvalidResponse("the dealer answered " + status + ": " + e.detail());
        }
    }

    /** The code of an error or a refusal. A proxy's error page has none, so it is not mistaken for the dealer's word. */
    String errorCode() throws InvalidResponse {
        JsonFields error = json().object("error");
        error.text("message");
        String code = error.text("code");
        if (!ERROR_CODE.matcher(code).matches()) {
            throw new InvalidResponse("the dealer answered " + status + " with something that is not a code");
        }
        return code;
    }

    /** Refuses an answer that does not name this error. */
    void requireErrorCode(String code) throws InvalidResponse {
        if (!errorCode().equals(code)) {
            throw unexpectedStatus();
        }
    }

    InvalidResponse unexpectedStatus() {
        return new InvalidResponse("the dealer answered " + status + meaning());
    }

    private String meaning() {
        return switch (status) {
            case 400 -> ": it did not understand our request";
            case 401 -> ": it refused our signature";
            case 409 -> ": this trade contradicts what the dealer holds under its key";
            default -> "";
        };
    }
}
