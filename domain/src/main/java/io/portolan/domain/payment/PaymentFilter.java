package io.portolan.domain.payment;

import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which payments to list, newest first, after the one named; null and empty do not restrict. Times are inclusive below, exclusive above. */
public record PaymentFilter(
        @Nullable MerchantId merchant,
        Set<Stage> stages,
        @Nullable String orderReference,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore,
        @Nullable PaymentId after,
        int limit) {
    public static final int MOST = 200;

    public PaymentFilter {
        stages = Set.copyOf(stages);
        if (limit < 1 || limit > MOST + 1) {
            throw new IllegalArgumentException("a page has 1 to 200 payments");
        }
    }
}
