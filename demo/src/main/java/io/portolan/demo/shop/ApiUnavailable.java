package io.portolan.demo.shop;

import java.time.Duration;

/** The API has given no valid answer for a long time: whether it has done what was asked is unknown. */
final class ApiUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    ApiUnavailable(Duration time, String lastAnswer) {
        super("no valid answer for " + time.toSeconds() + " s; the last one was " + lastAnswer);
    }
}
