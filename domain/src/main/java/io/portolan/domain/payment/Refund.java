package io.portolan.domain.payment;

import io.portolan.domain.ids.RefundId;
import io.portolan.domain.money.Money;
import java.time.Instant;

/**
 * What a merchant asked to be given back to the buyer of a completed payment.
 *
 * @param reason the merchant's word for it, such as {@code requested_by_customer}
 * @param plan the number of the plan that does it
 */
public record Refund(RefundId id, Money amount, String reason, int plan, Instant requestedAt) {}
