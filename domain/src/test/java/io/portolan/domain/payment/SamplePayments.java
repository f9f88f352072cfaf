package io.portolan.domain.payment;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.corridor.FundingMode;
import io.portolan.domain.corridor.Limits;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.corridor.UnwindPolicy;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.Price;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.NextAction;
import io.portolan.domain.saga.Planner;
import io.portolan.domain.saga.Planner.Circumstances;
import io.portolan.domain.saga.Progress;
import io.portolan.domain.saga.Windows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Payments to test with: a fee of 36.00 CNY within 7200.00 CNY, at 0.13882 to the dollar, and the like in other currencies. */
public final class SamplePayments {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final MerchantId ACME = new MerchantId("acme");

    /** Who holds our accounts: ourselves. */
    public static final Party HOLDER = new Party(
            "Portolan Ltd",
            new AccountNumber.Local("B-CNY", "B"),
            new PostalAddress("Quay", "1", "200000", "Shanghai", "CN"));

    /** Two minutes to send, five in which a signature is honoured, three days for answers and repairs. */
    public static final Limits LIMITS = new Limits(
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofDays(3));

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
        return planned(Transitions.accept(ACME, order(), price, route(price, bearer), NOON)
                .payment());
    }

    /** The accepted payment with its forward plan, at its own price. */
    public static Payment planned(Payment accepted) {
        Money none = Money.zero(accepted.price().source().currency());
        Circumstances known =
                new Circumstances(HOLDER, "dealer", accepted.price().firmRate(), none, accepted.createdAt());
        Plan plan = Planner.plan(accepted, Purpose.FORWARD, null, known);
        return Transitions.adopt(accepted, plan, accepted.createdAt()).payment();
    }

    /** The key of the first attempt of the newest plan's movement of this kind. */
    public static InstructionKey keyOf(Payment payment, MovementKind kind) {
        for (Plan plan : payment.state().plans().reversed()) {
            for (Movement movement : plan.movements()) {
                if (movement.kind() == kind) {
                    return new InstructionKey(payment.id(), plan.number(), movement.number(), 1);
                }
            }
        }
        throw new IllegalArgumentException("no plan has a " + kind);
    }

    /** The payment after its movements up to and including this kind were begun and booked, in the order of its plans. */
    public static Payment bookedUpTo(Payment payment, MovementKind last) {
        Payment now = payment;
        while (true) {
            if (!(Progress.of(now, NOON) instanceof NextAction.Begin begin)) {
                throw new IllegalStateException("the payment does not go on: " + Progress.of(payment, NOON));
            }
            now = booked(begun(now, begin.key()), begin.key());
            if (begin.movement().kind() == last) {
                return now;
            }
        }
    }

    /** The payment with this instruction begun. */
    public static Payment begun(Payment payment, InstructionKey key) {
        MovementKind kind = payment.movementOf(key).kind();
        return Transitions.begin(payment, key, Windows.of(payment, kind), NOON).payment();
    }

    /** The payment with this instruction booked. */
    public static Payment booked(Payment payment, InstructionKey key) {
        return Transitions.recordInquiry(payment, key, ScriptedOrders.booked(), NOON)
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
                UnwindPolicy.SELL_BACK,
                new NostroAccount("B", "B-" + source, source),
                new NostroAccount("D", "D-" + source, source),
                new NostroAccount("D", "D-" + destination, destination),
                List.of("dealer", "dealer-2"),
                LIMITS);
    }
}
