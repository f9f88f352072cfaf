package io.portolan.simulators.http;

import com.github.tomakehurst.wiremock.common.Notifier;

/** Lets WireMock speak only of errors. */
final class ErrorsOnlyNotifier implements Notifier {

    @Override
    public void info(String message) {
        // Every request would be a line.
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
