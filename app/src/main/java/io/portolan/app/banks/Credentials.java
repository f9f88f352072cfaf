package io.portolan.app.banks;

import java.util.Map;

/** What we sign with at one bank or dealer, by the names that its protocol wants. */
record Credentials(String owner, Map<String, String> values) {
    /** @throws IllegalArgumentException naming the setting that is missing */
    String require(String name) {
        String value = values.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("%s.credentials.%s is missing".formatted(owner, name));
        }
        return value;
    }

    /** Keeps the values out of logs. */
    @Override
    public String toString() {
        return "Credentials[" + owner + "]";
    }
}
