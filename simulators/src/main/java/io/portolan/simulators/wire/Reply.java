package io.portolan.simulators.wire;

/** What is sent back to the caller, if anything is. */
public sealed interface Reply {

    /** An ordinary response. */
    record Content(int status, String mediaType, String body) implements Reply {}

    /** No response: the connection is reset, and the caller cannot know what happened. */
    record ConnectionReset() implements Reply {}

    /** A JSON response. */
    static Reply json(int status, JsonText body) {
        return new Content(status, "application/json", body.toString());
    }

    /** An ISO 20022 document. */
    static Reply xml(int status, String body) {
        return new Content(status, "application/xml", body);
    }

    /** Plain text, for a counterparty whose errors have no structure. */
    static Reply text(int status, String body) {
        return new Content(status, "text/plain", body);
    }
}
