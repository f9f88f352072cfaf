package io.portolan.banks.http;

/** A complete HTTP response within its limits. Nothing is known yet about what it says. */
public record Response(int status, String body) {

    /** The body as one JSON object, whatever the status. */
    public JsonFields json() throws InvalidResponse {
        try {
            return JsonFields.parse(body);
        } catch (InvalidResponse e) {
            throw invalid(e.detail());
        }
    }

    public void requireStatus(int expected) throws InvalidResponse {
        if (status != expected) {
            throw unexpectedStatus();
        }
    }

    /** This response, rejected for its body. */
    public InvalidResponse invalid(String detail) {
        return new InvalidResponse("HTTP " + status + ": " + detail);
    }

    /** This response, rejected for its status. */
    public InvalidResponse unexpectedStatus() {
        return switch (status) {
            case 400 -> invalid("our request was not understood");
            case 401 -> invalid("our signature was rejected");
            case 409 -> invalid("the key was used with other content");
            default -> new InvalidResponse("HTTP " + status);
        };
    }
}
