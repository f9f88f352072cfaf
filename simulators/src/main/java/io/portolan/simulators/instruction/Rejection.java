package io.portolan.simulators.instruction;

/** Why a counterparty will not do it, in its own code and in words. */
public record Rejection(String code, String message) {}
