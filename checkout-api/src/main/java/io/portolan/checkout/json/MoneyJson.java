package io.portolan.checkout.json;

import io.portolan.domain.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount of money in a response. */
@Schema(name = "Money", description = "An exact amount in whole minor units: 720000 of CNY is 7200.00, of JPY 720000.")
public record MoneyJson(
        @Schema(
                description = "ISO 4217 code in capitals.",
                pattern = "^[A-Z]{3}$",
                example = "CNY",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String currency,

        @Schema(
                description = "Whole minor units.",
                minimum = "0",
                maximum = "999999999999999",
                example = "720000",
                requiredMode = Schema.RequiredMode.REQUIRED)
        long amount) {

    public static MoneyJson of(Money money) {
        return new MoneyJson(money.currency().code(), money.minorUnits());
    }

    /** Null for null. */
    public static @Nullable MoneyJson ofNullable(@Nullable Money money) {
        return money == null ? null : of(money);
    }
}
