package io.portolan.console;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.corridor.FundingMode;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.corridor.UnwindPolicy;
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
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.Planner;
import io.portolan.domain.saga.Planner.Circumstances;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Orders, prices and new payments for tests. */
final class TestOrders {
    static final PostalAddress DALY_CITY = new PostalAddress("Main Street", "12", "94016", "Daly City", "US");

    private TestOrders() {}

    /** A new payment to Acme of this many decimal units at this rate. */
    static PaymentChange accepted(String reference, String amount, String pair, String rate, Instant at) {
        Party payee = new Party("Acme Outdoor LLC", new AccountNumber.Local("000123456789", "C"), DALY_CITY);
        return accepted(reference, payee, price(amount, pair, rate, at), at);
    }

    static PaymentChange accepted(String reference, Party payee, Price price, Instant at) {
        Party payer = new Party("Li Wei", new AccountNumber.Local("6222020200112233445", "A"), null);
        Order order = new Order(reference, QuoteId.next(), 50, payer, payee, "GDDS", Map.of("cart", "77"));
        PaymentChange accepted = Transitions.accept(new MerchantId("acme"), order, price, route(price), at);
        Payment payment = accepted.payment();
        Money nothing = Money.zero(price.source().currency());
        Circumstances known = new Circumstances(SamplePayments.HOLDER, "dealer", price.firmRate(), nothing, at);
        return accepted.followedBy(Transitions.adopt(payment, Planner.plan(payment, Purpose.FORWARD, null, known), at));
    }

    static Price price(String amount, String pair, String rate, Instant at) {
        CurrencyPair currencies = CurrencyPair.of(pair.substring(0, 3), pair.substring(4));
        Money source = Money.parse(currencies.source(), amount);
        Money fee = new Money(source.currency(), source.minorUnits() / 200);
        return new Price(source, fee, firmRate(source.minus(fee), currencies, rate, at));
    }

    static FirmRate firmRate(Money sell, CurrencyPair pair, String rate, Instant at) {
        FxRate value = new FxRate(pair, new BigDecimal(rate));
        return new FirmRate("dq-" + rate, sell, value.convert(sell), value, at.plusSeconds(900));
    }

    private static Route route(Price price) {
        Currency source = price.source().currency();
        Currency destination = price.destination().currency();
        return new Route(
                FundingMode.PASS_THROUGH,
                LossBearer.HOUSE,
                UnwindPolicy.SELL_BACK,
                new NostroAccount("B", "B-" + source, source),
                new NostroAccount("D", "D-" + source, source),
                new NostroAccount("D", "D-" + destination, destination),
                List.of("dealer"),
                SamplePayments.LIMITS);
    }
}
