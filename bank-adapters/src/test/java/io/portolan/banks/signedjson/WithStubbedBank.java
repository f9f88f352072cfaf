package io.portolan.banks.signedjson;

import io.portolan.banks.http.WithStubbedServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** For tests of a bank that responds as each test says. */
abstract class WithStubbedBank extends WithStubbedServer {
    static final SignedJsonBank bank = clientOf(serverUri(), LONG_TIMEOUT);
    static final SignedJsonBank shortTimeoutBank = clientOf(serverUri(), SHORT_TIMEOUT);

    static SignedJsonBank clientOf(URI baseUri, Duration timeLimit) {
        return clientOf(baseUri, timeLimit, Samples.CLOCK);
    }

    static SignedJsonBank clientOf(URI baseUri, Duration timeLimit, Clock clock) {
        URI callbackUri = URI.create("http://127.0.0.1:8080/callbacks/domestic");
        return new SignedJsonBank(
                new SignedJsonSettings(baseUri, "portolan", Samples.SECRET, "Portolan", callbackUri, timeLimit), clock);
    }
}
