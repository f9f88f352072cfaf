package io.portolan.app.settings;

import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.FundingMode;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import java.time.Duration;

/**
 * One corridor as it stands in the configuration: a pair such as {@code CNY/USD}, decimal limits of its source currency, and by their ids the bank
 * that collects and the dealer that converts and at whose bank the payout begins.
 */
public record CorridorSettings(
        String pair,
        String minimum,
        String maximum,
        int feeBasisPoints,
        FundingMode funding,
        LossBearer lossBearer,
        Duration usualArrival,
        String collectionBank,
        String dealer) {

    public CorridorSettings {
        if (funding == FundingMode.POOL) {
            throw new IllegalArgumentException(
                    pair + ": POOL funding is not available yet; set funding to PASS_THROUGH");
        }
    }

    /**
     * @param accounts ours at all banks
     * @param dealersBank the bank at which this corridor's dealer trades
     * @throws IllegalArgumentException naming the pair and what is wrong with it
     */
    public Corridor toCorridor(NostroAccounts accounts, String dealersBank) {
        String[] codes = pair.split("/", -1);
        if (codes.length != 2) {
            throw new IllegalArgumentException("a currency pair looks like CNY/USD, not " + pair);
        }
        try {
            return corridor(CurrencyPair.of(codes[0], codes[1]), accounts, dealersBank);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("corridor " + pair + ": " + wrong.getMessage(), wrong);
        }
    }

    private Corridor corridor(CurrencyPair currencies, NostroAccounts accounts, String dealersBank) {
        Currency source = currencies.source();
        Route route = new Route(
                funding,
                lossBearer,
                accounts.at(collectionBank, source),
                accounts.at(dealersBank, source),
                accounts.at(dealersBank, currencies.destination()));
        return new Corridor(
                currencies,
                Money.parse(source, minimum),
                Money.parse(source, maximum),
                feeBasisPoints,
                route,
                usualArrival);
    }
}
