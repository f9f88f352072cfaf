package io.portolan.fx.dealer;

import java.util.regex.Pattern;

/** A whole HTTP answer of the dealer. */
record Answer(int status, String body) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    JsonFields fields() throws Untrustworthy {
        try {
            return JsonFields.parse(body);
        } catch (Untrustworthy e) {
            throw new Untrustworthy("the dealer answered " + status + ": " + e.detail());
        }
    }

    /** The code of an error or a refusal. A proxy's error page has none, so it is not mistaken for the dealer's word. */
    String code() throws Untrustworthy {
        JsonFields error = fields().object("error");
        error.text("message");
        String code = error.text("code");
        if (!CODE.matcher(code).matches()) {
            throw new Untrustworthy("the dealer answered " + status + " with something that is not a code");
        }
        return code;
    }

    /** Refuses an answer that does not name this error. */
    void expectCode(String code) throws Untrustworthy {
        if (!code().equals(code)) {
            throw unexpected();
        }
    }

    Untrustworthy unexpected() {
        return new Untrustworthy("the dealer answered " + status + meaning());
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
