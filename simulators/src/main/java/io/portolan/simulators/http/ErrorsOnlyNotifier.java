package io.portolan.simulators.http;

import com.github.tomakehurst.wiremock.common.Notifier;

/** Logs only WireMock's errors. */
final class ErrorsOnlyNotifier implements Notifier {

    @Override
    public void info(String message) {
        // WireMock reports every request here.
    }

    @Override
    public void error(String message) {
        System.err.println(message);
    }

    @Override
    public void error(String message, Throwable t) {
        System.err.println(message + ": " + t);
    }
}
