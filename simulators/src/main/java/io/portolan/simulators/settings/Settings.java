package io.portolan.simulators.settings;

import io.portolan.simulators.wire.HttpUrl;
import io.portolan.simulators.wire.JsonText;
import io.portolan.simulators.wire.MalformedMessage;
import java.time.Duration;

/** How fast the simulators work and where they send callbacks; with an empty callback URL none are sent. */
public record Settings(
        Duration bookAfter,
        Duration settleAfter,
        Duration slowBookAfter,
        Duration returnAfter,
        Duration quoteTtl,
        String callbackUrl) {

    /** The name of the setting for the callback URL. */
    public static final String CALLBACK_URL = "callbackUrl";

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
                new Settings(millis(name, value), settleAfter, slowBookAfter, returnAfter, quoteTtl, callbackUrl);
            case "settleAfterMillis" ->
                new Settings(bookAfter, millis(name, value), slowBookAfter, returnAfter, quoteTtl, callbackUrl);
            case "slowBookAfterMillis" ->
                new Settings(bookAfter, settleAfter, millis(name, value), returnAfter, quoteTtl, callbackUrl);
            case "returnAfterMillis" ->
                new Settings(bookAfter, settleAfter, slowBookAfter, millis(name, value), quoteTtl, callbackUrl);
            case "quoteTtlMillis" ->
                new Settings(bookAfter, settleAfter, slowBookAfter, returnAfter, millis(name, value), callbackUrl);
            case CALLBACK_URL ->
                new Settings(bookAfter, settleAfter, slowBookAfter, returnAfter, quoteTtl, parseUrl(value));
            default -> throw new MalformedMessage("unknown setting " + name);
        };
    }

    /** The scenario of a late rejection rejects after a quarter of the slow delay. */
    public Duration lateRejectionDelay() {
        return slowBookAfter.dividedBy(4);
    }

    public JsonText json() {
        return new JsonText()
                .with("bookAfterMillis", bookAfter.toMillis())
                .with("settleAfterMillis", settleAfter.toMillis())
                .with("slowBookAfterMillis", slowBookAfter.toMillis())
                .with("returnAfterMillis", returnAfter.toMillis())
                .with(CALLBACK_URL, callbackUrl)
                .with("quoteTtlMillis", quoteTtl.toMillis());
    }

    private static Duration millis(String name, String value) {
        if (!value.matches("[0-9]{1,10}") || Long.parseLong(value) > MAX_DURATION.toMillis()) {
            throw new MalformedMessage(name + " must be between 0 and " + MAX_DURATION.toMillis() + " milliseconds");
        }
        return Duration.ofMillis(Long.parseLong(value));
    }

    private static String parseUrl(String value) {
        if (value.isEmpty()) {
            return value;
        }
        return HttpUrl.parse(value).toString().replaceAll("/+$", "");
    }
}
