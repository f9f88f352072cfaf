package io.portolan.simulators.settings;

import io.portolan.simulators.wire.HttpUrl;
import io.portolan.simulators.wire.JsonText;
import io.portolan.simulators.wire.MalformedMessage;
import java.time.Duration;

/** How fast the outside world works and where it sends its callbacks. An empty callback address means that none are sent. */
public record Settings(
        Duration bookAfter,
        Duration settleAfter,
        Duration slow,
        Duration returnAfter,
        Duration quoteTtl,
        String callbacks) {

    /** The name of the address for callbacks. */
    public static final String CALLBACKS = "callbacks";

    private static final Duration MAX_DURATION = Duration.ofDays(30);

    public static final Settings DEFAULT = new Settings(
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(12),
            Duration.ofSeconds(5),
            Duration.ofMinutes(15),
            "");

    /** These settings with one of them changed, by its name on the wire. */
    public Settings with(String name, String value) {
        return switch (name) {
            case "bookAfterMillis" ->
                new Settings(millis(name, value), settleAfter, slow, returnAfter, quoteTtl, callbacks);
            case "settleAfterMillis" ->
                new Settings(bookAfter, millis(name, value), slow, returnAfter, quoteTtl, callbacks);
            case "slowMillis" ->
                new Settings(bookAfter, settleAfter, millis(name, value), returnAfter, quoteTtl, callbacks);
            case "returnAfterMillis" ->
                new Settings(bookAfter, settleAfter, slow, millis(name, value), quoteTtl, callbacks);
            case "quoteTtlMillis" ->
                new Settings(bookAfter, settleAfter, slow, returnAfter, millis(name, value), callbacks);
            case CALLBACKS -> new Settings(bookAfter, settleAfter, slow, returnAfter, quoteTtl, address(value));
            default -> throw new MalformedMessage("unknown setting " + name);
        };
    }

    /** A magic late rejection comes after a quarter of the slow time. */
    public Duration lateRejectionDelay() {
        return slow.dividedBy(4);
    }

    public JsonText json() {
        return new JsonText()
                .with("bookAfterMillis", bookAfter.toMillis())
                .with("settleAfterMillis", settleAfter.toMillis())
                .with("slowMillis", slow.toMillis())
                .with("returnAfterMillis", returnAfter.toMillis())
                .with(CALLBACKS, callbacks)
                .with("quoteTtlMillis", quoteTtl.toMillis());
    }

    private static Duration millis(String name, String value) {
        if (!value.matches("[0-9]{1,10}") || Long.parseLong(value) > MAX_DURATION.toMillis()) {
            throw new MalformedMessage(name + " is not a number of milliseconds up to " + MAX_DURATION.toMillis());
        }
        return Duration.ofMillis(Long.parseLong(value));
    }

    private static String address(String value) {
        if (value.isEmpty()) {
            return value;
        }
        return HttpUrl.parse(value).toString().replaceAll("/+$", "");
    }
}
