package io.portolan.domain.payment;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.corridor.FundingMode;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.Price;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** Payments to test with: a fee of 36.00 CNY within 7200.00 CNY, at 0.13882 to the dollar, and the like in other currencies. */
public final class SamplePayments {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final MerchantId ACME = new MerchantId("acme");

    private SamplePayments() {}

    /** 7200.00 CNY in, 994.50 USD out; the house bears losses. */
    public static Payment cnyToUsd() {
        return accepted("0.13882", "CNY", 720_000, "USD", LossBearer.HOUSE);
    }

    /** A payment with a fee of half a per cent, rounded down. */
    public static Payment accepted(
            String rate, String source, long sourceUnits, String destination, LossBearer bearer) {
        Currency from = Currency.of(source);
        Money total = new Money(from, sourceUnits);
        Money fee = new Money(from, sourceUnits / 200);
        FirmRate firm = firm(rate, total.minus(fee), Currency.of(destination));
        Price price = new Price(total, fee, firm);
        return Transitions.accept(ACME, order(), price, route(price, bearer), NOON)
                .payment();
    }

    /** A firm rate that lapses a quarter of an hour after {@link #NOON}. */
    public static FirmRate firm(String rate, Money sell, Currency buy) {
        FxRate fxRate = new FxRate(new CurrencyPair(sell.currency(), buy), new BigDecimal(rate));
        return new FirmRate("dq-" + rate, sell, fxRate.convert(sell), fxRate, NOON.plusSeconds(900));
    }

    /** An order from Li Wei to Acme Outdoor with half a per cent of slippage. */
    public static Order order() {
        Party payer = new Party("李伟 Li Wei", new AccountNumber.Local("6222020200112233445", "A"), null);
        return new Order("ORD-1001", QuoteId.next(), 50, payer, payee("000123456789"), "GDDS", Map.of("cart", "77"));
    }

    /** Acme Outdoor with this account number at bank C. */
    public static Party payee(String account) {
        PostalAddress address = new PostalAddress("Main Street", "12", "94016", "Daly City", "US");
        return new Party("Acme Outdoor LLC", new AccountNumber.Local(account, "C"), address);
    }

    private static Route route(Price price, LossBearer bearer) {
        Currency source = price.source().currency();
        Currency destination = price.destination().currency();
        return new Route(
                FundingMode.PASS_THROUGH,
                bearer,
                new NostroAccount("B", "B-" + source, source),
                new NostroAccount("D", "D-" + source, source),
                new NostroAccount("D", "D-" + destination, destination));
    }
}
