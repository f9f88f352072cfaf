package io.portolan.workflows.payment;

/** A person's decision about a payment: who and why. The id makes a repeat harmless. */
public record Decision(String id, String operator, String reason) {}
