package io.portolan.simulators.instruction;

import io.portolan.simulators.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** How a settled payout comes back: how often, for which reason, and less which fee of the banks on the way. */
public enum ReturnRule {
    PERCENTAGE_FEE("AC04", 1),
    FLAT_FEE("AC04", 1),
    TWICE("AC04", 2),
    WRONG_ACCOUNT("AC01", 1);

    private static final BigDecimal FLAT_FEE_MAJOR_UNITS = new BigDecimal("2.5");

    private final String reason;
    private final int times;

    ReturnRule(String reason, int times) {
        this.reason = reason;
        this.times = times;
    }

    public static Optional<ReturnRule> of(Fault fault) {
        return switch (fault) {
            case RETURNED_LESS_PERCENTAGE -> Optional.of(PERCENTAGE_FEE);
            case RETURNED_LESS_FLAT_FEE -> Optional.of(FLAT_FEE);
            case RETURNED_TWICE -> Optional.of(TWICE);
            case RETURNED_FOR_WRONG_ACCOUNT -> Optional.of(WRONG_ACCOUNT);
            case NONE,
                    SLOW,
                    VERY_SLOW,
                    RESPONSE_LOST,
                    EARLY_CALLBACK,
                    TRIPLE_CALLBACK,
                    GIBBERISH,
                    SERVER_ERROR,
                    CONTRADICTORY_CALLBACK,
                    HIDDEN_UNTIL_BOOKED,
                    REPORTED_REJECTED_LATER -> Optional.empty();
        };
    }

    /** The ISO code of the reason. */
    public String reason() {
        return reason;
    }

    /** How many times the whole payout comes back; twice is a mistake of the banks. */
    public int times() {
        return times;
    }

    /** What the banks on the way keep: whole minor units, and always less than the amount. */
    public Money fee(Money paid) {
        return switch (this) {
            case PERCENTAGE_FEE -> paid.percent(1);
            case FLAT_FEE -> flatFee(paid);
            case TWICE, WRONG_ACCOUNT -> paid.percent(0);
        };
    }

    /** 2.50 major units, or 5 % where the currency has no decimals or that would be all of it. */
    private static Money flatFee(Money paid) {
        var currency = paid.currency();
        long flat = FLAT_FEE_MAJOR_UNITS.movePointRight(currency.decimals()).longValue();
        return currency.decimals() > 0 && flat < paid.minorUnits() ? new Money(currency, flat) : paid.percent(5);
    }
}
