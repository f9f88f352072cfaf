package io.portolan.db.payment;

import io.portolan.db.ledger.SampleEntries;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.ids.Ids;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.instruction.Answer;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.Funds;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SendWindow;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import io.portolan.domain.payment.Hold;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.PaymentState;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanStatus;
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
    static final Reason REASON = new Reason("ac01", "账号有误 \\ ' \" % _", Reason.Remedy.CORRECT_PAYEE);

    private EdgeCasePayments() {}

    /** Parked for an instruction and held, with plans of every purpose and two refunds. */
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
        InstructionKey payout = SamplePayments.keyOf(plain, MovementKind.PAYOUT);
        Parking parking = new Parking(
                Parking.Kind.REPAIR, MovementKind.PAYOUT, payout, REASON, LATER, LATER.plusSeconds(3600), 7);
        PaymentState state = new PaymentState(
                Stage.PARKED,
                parking,
                new Hold("zhang.wei", "问 \"why\"", LATER),
                REASON,
                EdgeCasePlans.of(plain),
                instructionsOf(plain),
                List.of(refund(720, 3), refund(1, 4)),
                LATER,
                8);
        return withState(withOrder(plain, order), state, LATER);
    }

    /** Parked for no instruction; an instruction and a plan have changed, and one of each is new. */
    static Payment unwindingOf(Payment payment) {
        PaymentState before = payment.state();
        List<Instruction> instructions = new ArrayList<>(before.instructions());
        Instruction unknown = instructions.removeLast();
        instructions.add(new Instruction(
                unknown.key(),
                unknown.kind(),
                unknown.amount(),
                windowUntil(LATER.plusSeconds(99)),
                Answer.booked("ref", unknown.amount(), LATER, Answer.Witness.EVIDENCE),
                new Funds(SettlementStatus.SETTLED, LATER, null, null)));
        List<Plan> plans = new ArrayList<>(before.plans());
        plans.replaceAll(plan -> plan.isOpen() ? plan.with(PlanStatus.DONE) : plan);
        plans.add(EdgeCasePlans.refund(payment, plans.size() + 1));
        instructions.add(Instruction.begun(
                new InstructionKey(payment.id(), plans.size(), 1, 1),
                MovementKind.REFUND,
                payment.price().source(),
                windowUntil(LATER)));
        List<Refund> refunds = new ArrayList<>(before.refunds());
        refunds.add(new Refund(refundIdOf(payment), payment.price().source(), "", plans.size(), LATER));
        Parking parking = new Parking(Parking.Kind.STUCK, MovementKind.TOP_UP_RETURN, null, REASON, LATER, null, 0);
        PaymentState state = new PaymentState(
                Stage.PARKED, parking, null, null, plans, instructions, refunds, null, before.version() + 1);
        return withState(payment, state, LATER.plusSeconds(1));
    }

    /** The second attempt of a movement begins after the first one of another. */
    private static List<Instruction> instructionsOf(Payment payment) {
        Money amount = payment.price().source();
        InstructionKey top = SamplePayments.keyOf(payment, MovementKind.TOP_UP);
        Instruction rejected = new Instruction(
                top,
                MovementKind.TOP_UP,
                amount,
                windowUntil(LATER),
                new Answer(BookingStatus.REJECTED, "r", null, REASON, null, LATER, Answer.Witness.EVIDENCE),
                new Funds(SettlementStatus.UNSETTLED, null, null, null));
        Money executed = new Money(Currency.of("USD"), 99_001);
        Instruction returned = new Instruction(
                SamplePayments.keyOf(payment, MovementKind.PAYOUT),
                MovementKind.PAYOUT,
                payment.price().destination(),
                windowUntil(LATER),
                Answer.booked("r2", executed, LATER, Answer.Witness.BANK),
                new Funds(SettlementStatus.RETURNED, LATER, new Money(Currency.of("USD"), 99_000), "return 回"));
        Instruction unknown = new Instruction(
                top.next(),
                MovementKind.TOP_UP,
                amount,
                windowUntil(LATER),
                new Answer(BookingStatus.UNKNOWN, "taken", null, null, "超时", null, Answer.Witness.BANK),
                new Funds(SettlementStatus.UNSETTLED, null, null, null));
        return List.of(rejected, returned, unknown);
    }

    private static SendWindow windowUntil(Instant awaitedUntil) {
        return new SendWindow(
                SamplePayments.NOON,
                SamplePayments.NOON.plusNanos(1_000),
                SamplePayments.NOON.plusSeconds(2),
                awaitedUntil);
    }

    private static Refund refund(long units, int plan) {
        return new Refund(RefundId.next(), new Money(Currency.of("CNY"), units), "买家要求", plan, LATER);
    }

    /** The same each time, as what is stored is compared with what was made. */
    private static RefundId refundIdOf(Payment payment) {
        return new RefundId(payment.id().value().replace("pay_", "ref_"));
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

    static Payment withState(Payment payment, PaymentState state, Instant at) {
        return new Payment(
                payment.id(),
                payment.merchant(),
                payment.order(),
                payment.price(),
                payment.route(),
                state,
                payment.createdAt(),
                at);
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

    /** A change to this payment with these events, and nothing else. */
    static PaymentChange changed(Payment payment, PaymentEvent... events) {
        return new PaymentChange(payment, List.of(events), List.of(), List.of(), null);
    }

    static PaymentEvent event(Payment payment, String type) {
        return new PaymentEvent(
                Ids.next("evt_"), payment.id(), type, LATER, Map.of("名", "值 \"quoted\" 🚢", "empty", ""));
    }

    static JournalEntry entry(String key) {
        return SampleEntries.move(key, 1, SampleEntries.nostro("S1", "CNY"), SampleEntries.nostro("S2", "CNY"));
    }
}
