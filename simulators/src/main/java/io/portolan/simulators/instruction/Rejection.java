package io.portolan.simulators.instruction;

/** Why a counterparty rejected an instruction: its own code and a text. */
public record Rejection(String code, String message) {}
