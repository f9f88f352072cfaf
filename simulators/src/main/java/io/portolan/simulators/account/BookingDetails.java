package io.portolan.simulators.account;

import java.time.Instant;

/** Why and when a movement is booked: the purpose that its statement lines show, for which instruction. */
public record BookingDetails(long instruction, String purpose, Instant bookedAt) {}
