package io.portolan.simulators.front;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.portolan.simulators.wire.Request;
import java.util.Optional;

/** A request as WireMock received it. */
record ServedRequest(LoggedRequest served) implements Request {

    @Override
    public String method() {
        return served.getMethod().getName();
    }

    @Override
    public String target() {
        return served.getUrl();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(served.getHeader(name));
    }

    @Override
    public byte[] body() {
        return Optional.ofNullable(served.getBody()).orElse(new byte[0]);
    }
}
