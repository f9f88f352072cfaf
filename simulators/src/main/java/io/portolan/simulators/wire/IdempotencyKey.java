package io.portolan.simulators.wire;

/** The idempotency key that the caller fixed before its first attempt. */
public final class IdempotencyKey {

    private IdempotencyKey() {}

    /** Returns the key if it has 1 to {@code maxLength} characters, all visible ASCII. */
    public static String parse(String key, int maxLength) {
        if (key.isEmpty() || key.length() > maxLength || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new MalformedMessage("the idempotency key must be 1 to " + maxLength + " visible ASCII characters");
        }
        return key;
    }
}
