package io.portolan.simulators.callback;

import io.portolan.simulators.instruction.Counterparty;

/** What a counterparty reports about an instruction, and to which URL. It is signed when it is sent, not before. */
public record Callback(Counterparty from, String url, String mediaType, String body) {}
