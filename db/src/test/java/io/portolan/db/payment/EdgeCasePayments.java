package io.portolan.db.payment;

import io.portolan.db.ledger.SampleEntries;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.ids.Ids;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.PaymentState;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.UnwindPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payments as no life makes them, with every field in use. */
final class EdgeCasePayments {
    static final Instant LATER = SamplePayments.NOON.plusSeconds(60).plusNanos(123_456_000);
    static final InquiryResult.Booked BOOKED = new InquiryResult.Booked("ref-1", LATER, null);
    static final Party ABROAD = new Party(
            "東京商事 株式会社",
            new AccountNumber.Iban("DE89370400440532013000"),
            new PostalAddress("中央通り", "1-2-3", "104-0061", "東京", "JP"));

    private static final Reason REASON = new Reason("ac01", "账号有误 \\ ' \" % _", Reason.Remedy.CORRECT_PAYEE);

    private EdgeCasePayments() {}

    static Payment withEverything() {
        Payment plain = SamplePayments.cnyToUsd();
        Order order = new Order(
                "ORD-订单-🚢",
                QuoteId.next(),
                10_000,
                ABROAD,
                SamplePayments.payee("000123456789"),
                "GDDS",
                Map.of("购物车", "七十七", "empty", "", "long", "长".repeat(500)));
        Parking parking = new Parking(Step.TOP_UP, REASON, LATER, LATER.plusSeconds(3600));
        PaymentState progress = new PaymentState(Stage.PARKED, parking, REASON, instructions(plain), null, LATER);
        return new Payment(
                plain.id(), plain.merchant(), order, plain.price(), plain.route(), progress, plain.createdAt(), LATER);
    }

    /** The second attempt of a step begins after the first one of another. */
    private static List<Instruction> instructions(Payment payment) {
        Money amount = payment.price().source();
        InstructionKey top = InstructionKey.first(payment.id(), Step.TOP_UP);
        InstructionKey payout = InstructionKey.first(payment.id(), Step.PAYOUT);
        Instruction rejected = new Instruction(
                top,
                amount,
                BookingStatus.REJECTED,
                SettlementStatus.UNSETTLED,
                "r",
                REASON,
                null,
                LATER,
                LATER,
                null,
                null);
        Money back = new Money(Currency.of("USD"), 99_000);
        Instruction returned = new Instruction(
                payout,
                amount,
                BookingStatus.BOOKED,
                SettlementStatus.RETURNED,
                "r2",
                null,
                null,
                LATER,
                LATER,
                LATER,
                back);
        return List.of(rejected, returned, unknown(top.next(), amount));
    }

    private static Instruction unknown(InstructionKey key, Money amount) {
        return new Instruction(
                key,
                amount,
                BookingStatus.UNKNOWN,
                SettlementStatus.UNSETTLED,
                null,
                null,
                "超时",
                LATER,
                null,
                null,
                null);
    }

    static Payment unwindingOf(Payment payment) {
        Money usd = payment.price().destination();
        UnwindPlan plan = new UnwindPlan(
                REASON,
                SamplePayments.firm("7.1934", usd, Currency.of("CNY")),
                new Money(Currency.of("CNY"), -1_234),
                LossBearer.BUYER,
                payment.price().source(),
                LATER);
        return withPlan(payment, plan);
    }

    /** The new plan has nothing to reverse or refund, and an instruction has changed. */
    static Payment repricedOf(Payment payment) {
        Money none = Money.zero(Currency.of("CNY"));
        return withPlan(payment, new UnwindPlan(Reason.of("late", ""), null, none, LossBearer.HOUSE, null, LATER));
    }

    private static Payment withPlan(Payment payment, UnwindPlan plan) {
        List<Instruction> instructions = new ArrayList<>(payment.state().instructions());
        instructions.removeLast();
        Instruction last = payment.state().instructions().getLast();
        instructions.add(new Instruction(
                last.key(),
                last.amount(),
                BookingStatus.BOOKED,
                SettlementStatus.SETTLED,
                "ref",
                null,
                null,
                last.instructedAt(),
                plan.pricedAt(),
                plan.pricedAt(),
                null));
        PaymentState progress = new PaymentState(Stage.UNWINDING, null, plan.reason(), instructions, plan, null);
        return new Payment(
                payment.id(),
                payment.merchant(),
                payment.order(),
                payment.price(),
                payment.route(),
                progress,
                payment.createdAt(),
                LATER.plusSeconds(1));
    }

    static Payment withOrder(Payment payment, Order order) {
        return new Payment(
                payment.id(),
                payment.merchant(),
                order,
                payment.price(),
                payment.route(),
                payment.state(),
                payment.createdAt(),
                payment.updatedAt());
    }

    static Payment createdAt(Payment payment, Instant at) {
        return new Payment(
                payment.id(),
                payment.merchant(),
                payment.order(),
                payment.price(),
                payment.route(),
                payment.state(),
                at,
                at);
    }

    static PaymentEvent event(Payment payment, String type) {
        return new PaymentEvent(
                Ids.next("evt_"), payment.id(), type, LATER, Map.of("名", "值 \"quoted\" 🚢", "empty", ""));
    }

    static JournalEntry entry(String key) {
        return SampleEntries.move(key, 1, SampleEntries.nostro("S1", "CNY"), SampleEntries.nostro("S2", "CNY"));
    }
}
