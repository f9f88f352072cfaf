package io.portolan.domain.plan;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.ids.Step;
import io.portolan.domain.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The price of an unwind, fixed before it runs: which calls are made, what the reversal of the conversion gains or loses, who bears it, and what the
 * buyer gets back.
 *
 * <p>{@code reversal} is the dealer's firm rate for selling the currency back, null if nothing was converted. {@code fxResult} is in the source
 * currency, negative for a loss. {@code refund} is null if nothing was collected.
 */
public record UnwindPlan(
        Reason reason,
        @Nullable FirmRate reversal,
        Money fxResult,
        LossBearer lossBearer,
        @Nullable Money refund,
        Instant pricedAt) {

    /** The steps to instruct, in order. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (reversal != null) {
            steps.add(Step.REVERSAL);
        }
        if (refund != null) {
            steps.add(Step.REFUND);
        }
        return List.copyOf(steps);
    }
}
