package io.portolan.fx.firmrate;

import io.portolan.banks.http.WithStubbedServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** For tests of a dealer that responds as each test says. */
abstract class WithStubbedDealer extends WithStubbedServer {
    static final FirmRateDealer dealer = clientOf(serverUri(), LONG_TIMEOUT);
    static final FirmRateDealer shortTimeoutDealer = clientOf(serverUri(), SHORT_TIMEOUT);

    static FirmRateDealer clientOf(URI baseUri, Duration timeLimit) {
        return clientOf(baseUri, timeLimit, Samples.CLOCK);
    }

    static FirmRateDealer clientOf(URI baseUri, Duration timeLimit, Clock clock) {
        return new FirmRateDealer(new DealerSettings(baseUri, Samples.SECRET, Samples.OUR_ACCOUNTS, timeLimit), clock);
    }
}
