package io.portolan.banks.domestic;

import java.util.regex.Pattern;

/** A whole HTTP answer of the bank. */
record Answer(int status, String body) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    JsonFields fields() throws Untrustworthy {
        try {
            return JsonFields.parse(body);
        } catch (Untrustworthy e) {
            throw new Untrustworthy("the bank answered " + status + ": " + e.detail());
        }
    }

    /** The code of an error or a refusal. A proxy's error page has none, so it is not mistaken for the bank's word. */
    String code() throws Untrustworthy {
        JsonFields fields = fields();
        fields.text("message");
        String code = fields.text("code");
        if (!CODE.matcher(code).matches()) {
            throw new Untrustworthy("the bank answered " + status + " with something that is not a code");
        }
        return code;
    }

    Untrustworthy unexpected() {
        return new Untrustworthy("the bank answered " + status + meaning());
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
