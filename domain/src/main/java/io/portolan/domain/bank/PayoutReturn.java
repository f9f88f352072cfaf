package io.portolan.domain.bank;

import io.portolan.domain.money.Money;
import java.time.Instant;

/** Money of a booked payout that came back to our account, perhaps short by the banks' fees. */
public record PayoutReturn(String reference, Money amount, Reason reason, Instant returnedAt) {}
