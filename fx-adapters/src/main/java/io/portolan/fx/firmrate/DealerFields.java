package io.portolan.fx.firmrate;

import io.portolan.banks.http.Field;
import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.JsonFields;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts and rates as this dealer writes them. */
final class DealerFields {
    private static final Pattern RATE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,10})?");

    private DealerFields() {}

    /** A positive amount as whole minor units. */
    static Money amount(JsonFields fields, String name, Currency currency) throws InvalidResponse {
        long minorUnits = fields.integer(name);
        if (minorUnits <= 0 || minorUnits >= Money.LIMIT) {
            throw new InvalidResponse(name + " is not a positive amount within our limit");
        }
        return Money.of(currency, minorUnits);
    }

    /** A positive decimal with at most ten decimals, as a string. */
    static FxRate rate(JsonFields fields, CurrencyPair pair) throws InvalidResponse {
        Field rate = fields.get("rate");
        if (!RATE.matcher(rate.text()).matches() || new BigDecimal(rate.text()).signum() == 0) {
            throw rate.invalid("is not a rate");
        }
        return new FxRate(pair, new BigDecimal(rate.text()));
    }
}
