package io.portolan.simulators.wire;

/** What goes back to the caller, if anything does. */
public sealed interface Reply {

    /** An ordinary response. */
    record Content(int status, String mediaType, String body) implements Reply {}

    /** No response at all: the connection is reset, and the caller cannot know what happened. */
    record ConnectionReset() implements Reply {}

    /** A JSON response. */
    static Reply json(int status, JsonText body) {
        return new Content(status, "application/json", body.toString());
    }

    /** An ISO 20022 document. */
    static Reply xml(int status, String body) {
        return new Content(status, "application/xml", body);
    }

    /** Plain text, for the counterparty that explains its errors to people only. */
    static Reply text(int status, String body) {
        return new Content(status, "text/plain", body);
    }
}
