package io.portolan.ledger.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What every event has: its position in the one order (from 1, no gap), its client's key with the hash of the request, the instant at which it was
 * recorded (whole microseconds, later than any event before it) and the business date that was open then.
 */
public record EventHeader(long position, String key, String requestHash, Instant recordedAt, LocalDate businessDate) {}
