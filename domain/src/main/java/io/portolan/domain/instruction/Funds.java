package io.portolan.domain.instruction;

import io.portolan.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has really moved (资金流).
 *
 * @param returned what came back of a returned payout; null unless returned
 * @param returnReference the bank's, of that return, by which the same return is known again; null unless returned
 */
public record Funds(
        SettlementStatus status,
        @Nullable Instant settledAt,
        @Nullable Money returned,
        @Nullable String returnReference) {
    public Funds {
        if ((status == SettlementStatus.RETURNED) != (returned != null)) {
            throw new IllegalArgumentException("exactly what is returned has an amount that came back");
        }
        if ((returned == null) != (returnReference == null)) {
            throw new IllegalArgumentException("what came back has the bank's reference");
        }
    }

    static Funds unsettled() {
        return new Funds(SettlementStatus.UNSETTLED, null, null, null);
    }
}
