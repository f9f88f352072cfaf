package io.portolan.simulators.wire;

/** The idempotency key that the caller fixed before its first attempt. */
public final class IdempotencyKey {

    private IdempotencyKey() {}

    /** The key itself, if it has at most so many characters, all visible ASCII. */
    public static String parse(String key, int longest) {
        if (key.isEmpty() || key.length() > longest || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new MalformedMessage("the key is not 1 to " + longest + " visible ASCII characters");
        }
        return key;
    }
}
