package io.portolan.domain.fx;

import io.portolan.domain.ids.InstructionKey;
import java.time.Instant;

/**
 * An instruction to execute a firm rate. The key is fixed before the first attempt. From {@code sendUntil} on the order is not sent any more, by
 * whatever process still holds it.
 */
public record TradeOrder(InstructionKey key, FirmRate rate, String reference, Instant sendUntil) {}
