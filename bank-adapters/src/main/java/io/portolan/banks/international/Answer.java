package io.portolan.banks.international;

/** A whole HTTP answer of the bank. */
record Answer(int status, String body) {

    /** The document of one type of ISO 20022, such as {@code pain.002.001.10}: what stands under its root. */
    XmlElement document(String type) throws Untrustworthy {
        try {
            return XmlElement.document(body, type);
        } catch (Untrustworthy e) {
            throw new Untrustworthy("the bank answered " + status + ": " + e.detail());
        }
    }

    /** Whether this 404 is the bank's own word and not a proxy's. */
    boolean isNotFound(String word) {
        return status == 404 && body.strip().equals(word);
    }

    Untrustworthy unexpected() {
        return new Untrustworthy("the bank answered " + status + meaning());
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
