package io.portolan.domain.instruction;

import io.portolan.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has really moved (资金流).
 *
 * @param returned what came back of a returned payout; null unless returned
 */
public record Funds(
        SettlementStatus status,
        @Nullable Instant settledAt,
        @Nullable Money returned) {
    public Funds {
        if ((status == SettlementStatus.RETURNED) != (returned != null)) {
            throw new IllegalArgumentException("exactly what is returned has an amount that came back");
        }
    }

    static Funds unsettled() {
        return new Funds(SettlementStatus.UNSETTLED, null, null);
    }
}
