package io.portolan.simulators.http;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.portolan.simulators.wire.Request;
import java.util.Optional;

/** A request as WireMock received it. */
record WireMockRequest(LoggedRequest logged) implements Request {

    @Override
    public String method() {
        return logged.getMethod().getName();
    }

    @Override
    public String target() {
        return logged.getUrl();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(logged.getHeader(name));
    }

    @Override
    public byte[] body() {
        return Optional.ofNullable(logged.getBody()).orElse(new byte[0]);
    }
}
