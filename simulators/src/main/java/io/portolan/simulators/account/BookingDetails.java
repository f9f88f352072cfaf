package io.portolan.simulators.account;

import java.time.Instant;

/** For which instruction and when a transfer is booked, and the purpose that its statement lines show. */
public record BookingDetails(long instruction, String purpose, Instant bookedAt) {}
