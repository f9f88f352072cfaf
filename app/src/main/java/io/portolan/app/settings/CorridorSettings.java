package io.portolan.app.settings;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.FundingMode;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import java.time.Duration;

/** One corridor as it stands in the configuration: a pair such as {@code CNY/USD}, and decimal limits of its source currency. */
public record CorridorSettings(
        String pair,
        String minimum,
        String maximum,
        int feeBasisPoints,
        FundingMode funding,
        LossBearer lossBearer,
        Duration usualArrival) {
    private static final String DOMESTIC_BANK = "B";
    private static final String DEALER_BANK = "D";

    public CorridorSettings {
        if (funding == FundingMode.POOL) {
            throw new IllegalArgumentException(pair
                    + " is funded from a pool, which needs the treasury: it comes later; set funding to PASS_THROUGH");
        }
    }

    /** @throws IllegalArgumentException naming the pair and what is wrong with it */
    public Corridor toCorridor() {
        String[] codes = pair.split("/", -1);
        if (codes.length != 2) {
            throw new IllegalArgumentException("a corridor's pair is written like CNY/USD, not " + pair);
        }
        CurrencyPair currencies = CurrencyPair.of(codes[0], codes[1]);
        Currency source = currencies.source();
        return new Corridor(
                currencies,
                Money.parse(source, minimum),
                Money.parse(source, maximum),
                feeBasisPoints,
                route(currencies),
                usualArrival);
    }

    private Route route(CurrencyPair currencies) {
        return new Route(
                funding,
                lossBearer,
                nostro(DOMESTIC_BANK, currencies.source()),
                nostro(DEALER_BANK, currencies.source()),
                nostro(DEALER_BANK, currencies.destination()));
    }

    private static NostroAccount nostro(String bank, Currency currency) {
        return new NostroAccount(bank, bank + "-" + currency, currency);
    }
}
