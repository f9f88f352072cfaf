package io.portolan.domain.fx;

import io.portolan.domain.ids.InstructionKey;

/** An instruction to execute a firm rate. The key is fixed before the first attempt. */
public record TradeOrder(InstructionKey key, FirmRate rate, String reference) {}
