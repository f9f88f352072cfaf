package io.portolan.banks.iso20022;

import io.portolan.banks.http.WithStubbedServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** For tests of a bank that responds as each test says. */
abstract class WithStubbedBank extends WithStubbedServer {
    static final Iso20022Bank bank = clientOf(serverUri(), LONG_TIMEOUT);
    static final Iso20022Bank shortTimeoutBank = clientOf(serverUri(), SHORT_TIMEOUT);

    static Iso20022Bank clientOf(URI baseUri, Duration timeLimit) {
        return clientOf(baseUri, timeLimit, Samples.CLOCK);
    }

    static Iso20022Bank clientOf(URI baseUri, Duration timeLimit, Clock clock) {
        var key = Ed25519Keys.parsePrivateKey(Samples.OUR_KEY);
        return new Iso20022Bank(new Iso20022Settings(baseUri, "portolan-1", key, "Portolan", timeLimit), clock);
    }
}
