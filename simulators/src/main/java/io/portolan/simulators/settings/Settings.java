package io.portolan.simulators.settings;

import io.portolan.simulators.wire.HttpUrl;
import io.portolan.simulators.wire.JsonText;
import io.portolan.simulators.wire.MalformedMessage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** How fast the simulators work and where they send callbacks; with an empty callback URL none are sent. */
public record Settings(Map<Delay, Duration> delays, String callbackUrl) {

    /** The name of the setting for the callback URL. */
    public static final String CALLBACK_URL = "callbackUrl";

    private static final Duration MAX_DURATION = Duration.ofDays(30);

    public static final Settings DEFAULT = new Settings(Map.of(), "");

    /** What can be set to take longer or shorter. */
    public enum Delay {
        BOOK_AFTER("bookAfterMillis", Duration.ofMillis(200)),
        SETTLE_AFTER("settleAfterMillis", Duration.ofSeconds(1)),
        SLOW_BOOK_AFTER("slowBookAfterMillis", Duration.ofSeconds(12)),
        LONG_BOOK_AFTER("longBookAfterMillis", Duration.ofMinutes(1)),
        RETURN_AFTER("returnAfterMillis", Duration.ofSeconds(5)),
        QUOTE_TTL("quoteTtlMillis", Duration.ofMinutes(15));

        private final String wireName;
        private final Duration usual;

        Delay(String wireName, Duration usual) {
            this.wireName = wireName;
            this.usual = usual;
        }

        private static Optional<Delay> withWireName(String name) {
            return Stream.of(values())
                    .filter(delay -> delay.wireName.equals(name))
                    .findFirst();
        }
    }

    /** Delays that are not given have their usual length. */
    public Settings {
        var all = new EnumMap<Delay, Duration>(Delay.class);
        for (Delay delay : Delay.values()) {
            all.put(delay, delays.getOrDefault(delay, delay.usual));
        }
        delays = Map.copyOf(all);
    }

    /** These settings with one of them changed, by its name on the wire. */
    public Settings with(String name, String value) {
        if (name.equals(CALLBACK_URL)) {
            return new Settings(delays, parseUrl(value));
        }
        var delay = Delay.withWireName(name).orElseThrow(() -> new MalformedMessage("unknown setting " + name));
        var changed = new EnumMap<>(delays);
        changed.put(delay, millis(name, value));
        return new Settings(changed, callbackUrl);
    }

    public Duration bookAfter() {
        return delay(Delay.BOOK_AFTER);
    }

    public Duration settleAfter() {
        return delay(Delay.SETTLE_AFTER);
    }

    public Duration slowBookAfter() {
        return delay(Delay.SLOW_BOOK_AFTER);
    }

    public Duration longBookAfter() {
        return delay(Delay.LONG_BOOK_AFTER);
    }

    public Duration returnAfter() {
        return delay(Delay.RETURN_AFTER);
    }

    public Duration quoteTtl() {
        return delay(Delay.QUOTE_TTL);
    }

    /** The scenario of a late rejection rejects after a quarter of the slow delay. */
    public Duration lateRejectionDelay() {
        return slowBookAfter().dividedBy(4);
    }

    public JsonText json() {
        var json = new JsonText();
        for (Delay delay : Delay.values()) {
            json.with(delay.wireName, delay(delay).toMillis());
        }
        return json.with(CALLBACK_URL, callbackUrl);
    }

    private Duration delay(Delay delay) {
        return Objects.requireNonNull(delays.get(delay));
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
