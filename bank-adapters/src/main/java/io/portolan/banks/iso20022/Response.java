package io.portolan.banks.iso20022;

/** A whole HTTP answer of the bank. */
record Response(int status, String body) {

    /** The document of one type of ISO 20022, such as {@code pain.002.001.10}: what stands under its root. */
    XmlElement document(String type) throws InvalidResponse {
        try {
            return XmlElement.parseDocument(body, type);
        } catch (InvalidResponse e) {
            throw new InvalidResponse("the bank answered " + status + ": " + e.detail());
        }
    }

    /** Whether this 404 is the bank's own word and not a proxy's. */
    boolean isNotFound(String word) {
        return status == 404 && body.strip().equals(word);
    }

    InvalidResponse unexpectedStatus() {
        return new InvalidResponse("the bank answered " + status + meaning());
    }

    private String meaning() {
        return switch (status) {
            case 400 -> ": it did not understand our request";
            case 401 -> ": it refused our signature";
            case 409 -> ": this payout contradicts what the bank holds under its key";
            default -> "";
        };
    }
}
