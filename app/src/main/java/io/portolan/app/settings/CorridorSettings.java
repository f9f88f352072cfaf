package io.portolan.app.settings;

import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.FundingMode;
import io.portolan.domain.corridor.Limits;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.corridor.UnwindPolicy;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One corridor as it stands in the configuration: a pair such as {@code CNY/USD}, decimal limits of its source currency, and by their ids the bank
 * that collects and the dealers that convert, the preferred one first, and at whose bank the payout begins.
 *
 * @param limits the corridor's own times, where they are not the usual ones
 */
public record CorridorSettings(
        String pair,
        String minimum,
        String maximum,
        int feeBasisPoints,
        FundingMode funding,
        LossBearer lossBearer,
        @DefaultValue("SELL_BACK") UnwindPolicy unwindPolicy,
        Duration usualArrival,
        String collectionBank,
        List<String> dealers,
        @DefaultValue LimitSettings limits) {

    public CorridorSettings {
        dealers = List.copyOf(dealers);
        if (dealers.isEmpty()) {
            throw new IllegalArgumentException(pair + ": a corridor has a dealer");
        }
        if (funding == FundingMode.POOL) {
            throw new IllegalArgumentException(
                    pair + ": POOL funding is not available yet; set funding to PASS_THROUGH");
        }
    }

    /**
     * @param accounts ours at all banks
     * @param dealersBank the bank at which this corridor's dealers trade
     * @param usual the times that hold where the corridor has none of its own
     * @throws IllegalArgumentException naming the pair and what is wrong with it
     */
    public Corridor toCorridor(NostroAccounts accounts, String dealersBank, Limits usual) {
        String[] codes = pair.split("/", -1);
        if (codes.length != 2) {
            throw new IllegalArgumentException("a currency pair looks like CNY/USD, not " + pair);
        }
        try {
            return corridor(CurrencyPair.of(codes[0], codes[1]), accounts, dealersBank, usual);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("corridor " + pair + ": " + wrong.getMessage(), wrong);
        }
    }

    private Corridor corridor(CurrencyPair currencies, NostroAccounts accounts, String dealersBank, Limits usual) {
        Currency source = currencies.source();
        Route route = new Route(
                funding,
                lossBearer,
                unwindPolicy,
                accounts.at(collectionBank, source),
                accounts.at(dealersBank, source),
                accounts.at(dealersBank, currencies.destination()),
                dealers,
                limits.or(usual));
        return new Corridor(
                currencies,
                Money.parse(source, minimum),
                Money.parse(source, maximum),
                feeBasisPoints,
                route,
                usualArrival);
    }
}
