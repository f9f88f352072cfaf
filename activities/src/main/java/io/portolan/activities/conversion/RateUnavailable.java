package io.portolan.activities.conversion;

import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;

/** The dealer gives no rate just now. Asking moves no money, so this is no unknown outcome: the activity is simply called again. */
final class RateUnavailable {
    private RateUnavailable() {}

    static ApplicationFailure failure(String detail) {
        return ApplicationFailure.newBuilder()
                .setType("RateUnavailable")
                .setMessage(detail)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }
}
