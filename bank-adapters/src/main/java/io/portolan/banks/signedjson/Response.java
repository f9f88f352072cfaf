package io.portolan.banks.signedjson;

import java.util.regex.Pattern;

/** A whole HTTP answer of the bank. */
record Response(int status, String body) {
    private static final Pattern ERROR_CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    JsonFields json() throws InvalidResponse {
        try {
            return JsonFields.parse(body);
        } catch (InvalidResponse e) {
            throw new InvalidResponse("the bank answered " + status + ": " + e.detail());
        }
    }

    /** The code of an error or a refusal. A proxy's error page has none, so it is not mistaken for the bank's word. */
    String errorCode() throws InvalidResponse {
        JsonFields fields = json();
        fields.text("message");
        String code = fields.text("code");
        if (!ERROR_CODE.matcher(code).matches()) {
            throw new InvalidResponse("the bank answered " + status + " with something that is not a code");
        }
        return code;
    }

    InvalidResponse unexpectedStatus() {
        return new InvalidResponse("the bank answered " + status + meaning());
    }

    private String meaning() {
        return switch (status) {
            case 400 -> ": it did not understand our request";
            case 401 -> ": it refused our signature";
            case 409 -> ": this order contradicts what the bank holds under its key";
            default -> "";
        };
    }
}
