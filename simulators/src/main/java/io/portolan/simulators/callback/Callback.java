package io.portolan.simulators.callback;

import io.portolan.simulators.instruction.Counterparty;

/** What a counterparty tells about an instruction, and where to. It is sealed with a signature only when it is sent. */
public record Callback(Counterparty from, String url, String mediaType, String body) {}
