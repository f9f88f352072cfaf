package io.portolan.activities.explorer;

import io.portolan.activities.explorer.Bank.Message;
import io.portolan.activities.explorer.Bank.Order;
import io.portolan.activities.explorer.Bank.Status;
import io.portolan.activities.explorer.Execution.Call;
import io.portolan.activities.explorer.Execution.Delivery;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.CollectionBank;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.fx.TradeOrder;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.Party;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.Movement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The banks and dealers as a worker reaches them through their adapters: those compare the time with the fence, sign with that time, and send. */
class RecordedBanks implements Banks, CollectionBank, PayoutBank, FxDesk {
    private static final Duration RATE_HOLDS = Duration.ofMinutes(15);

    private final Execution execution;

    RecordedBanks(Execution execution) {
        this.execution = execution;
    }

    @Override
    public Submission instruct(DomesticOrder order) {
        return send(order.key(), order.sendUntil());
    }

    @Override
    public Submission instruct(PayoutOrder order) {
        return send(order.key(), order.sendUntil());
    }

    @Override
    public Submission instruct(TradeOrder order) {
        return send(order.key(), order.sendUntil());
    }

    @Override
    public InquiryResult inquire(DomesticOrder order) {
        return ask(order.key());
    }

    @Override
    public InquiryResult inquire(PayoutOrder order) {
        return ask(order.key());
    }

    @Override
    public InquiryResult inquire(TradeOrder order) {
        return ask(order.key());
    }

    /** The signature's time is the one that was compared. */
    private Submission send(InstructionKey key, Instant sendUntil) {
        Instant signedAt = execution.passingClock().instant();
        return signedAt.isBefore(fence(sendUntil))
                ? execution.call(
                        new Call(Call.Kind.INSTRUCT, key, signedAt),
                        () -> heard(deliver(key, signedAt)),
                        answer -> answer)
                : Submission.notSentAfter(sendUntil);
    }

    Instant fence(Instant sendUntil) {
        return sendUntil;
    }

    /** What the adapter makes of the answer. */
    Submission heard(Submission answer) {
        return answer;
    }

    InquiryResult ask(InstructionKey key) {
        Situation situation = execution.situation();
        return execution.call(
                new Call(Call.Kind.INQUIRE, key, null),
                () -> execution.delivery() == Delivery.ANSWERED
                        ? situation.bank.tell(key, situation.now)
                        : new InquiryResult.Unknown("connection reset"),
                answer -> answer);
    }

    private Submission deliver(InstructionKey key, Instant signedAt) {
        Situation situation = execution.situation();
        Message message = new Message(orderOf(key), signedAt);
        Bank bank = situation.bank;
        switch (execution.delivery()) {
            case ANSWERED, ANSWER_LOST -> situation.bank = bank.receive(message, situation.now);
            case REJECTED -> situation.bank = rejecting(message, 0);
            case REJECTED_CORRECTABLY -> situation.bank = rejecting(message, 1);
            case DELAYED -> situation.bank = bank.delay(message);
            case LOST -> {}
        }
        return switch (execution.delivery()) {
            case ANSWERED, REJECTED, REJECTED_CORRECTABLY -> situation.bank.reply(key);
            case ANSWER_LOST, LOST, DELAYED -> new Submission.Unknown("connection reset");
        };
    }

    private Bank rejecting(Message message, int which) {
        Bank received = execution.situation().bank.receive(message, execution.situation().now);
        Order order = received.orders().get(message.order().key());
        return order == null || order.status() != Status.PENDING
                ? received
                : received.put(order.with(Status.REJECTED, rejections(order).get(which)));
    }

    /** For what a bank can reject an order: something that ends it, then something that a person can correct. */
    static List<Reason> rejections(Order order) {
        return switch (order.kind()) {
            case COLLECTION, TOP_UP, TOP_UP_RETURN -> List.of(Reason.of("insufficient_funds", ""));
            case TRADE, REVERSAL -> List.of(Reason.of("quote_expired", ""));
            case PAYOUT -> List.of(Reason.of("ac04", ""), Reason.of("ac01", ""));
            case REFUND -> List.of(Reason.of("account_closed", ""));
        };
    }

    private Order orderOf(InstructionKey key) {
        Movement movement = execution.situation().payment().movementOf(key);
        Money amount = movement.amount();
        return new Order(key, movement.kind(), amount, movement.terms().flows(amount), Status.PENDING, null);
    }

    @Override
    public RateResponse quote(RateRequest request) {
        Situation situation = execution.situation();
        return execution.call(
                new Call(Call.Kind.QUOTE, null, null),
                () -> execution.delivery() == Delivery.ANSWERED
                        ? new RateResponse.Offered(rate((RateRequest.Selling) request, situation.now))
                        : new RateResponse.Unavailable("connection reset"),
                answer -> answer);
    }

    private static FirmRate rate(RateRequest.Selling request, Instant now) {
        String value = request.pair().source().code().equals("CNY") ? "0.13882" : "7.2";
        FxRate rate = new FxRate(request.pair(), new BigDecimal(value));
        return new FirmRate("dq-" + now, request.sell(), rate.convert(request.sell()), rate, now.plus(RATE_HOLDS));
    }

    @Override
    public List<PayoutReturn> findReturns(PayoutOrder order) {
        throw new UnsupportedOperationException("no worker asks for this");
    }

    @Override
    public CollectionBank collectionBank(String id) {
        return this;
    }

    @Override
    public PayoutBank payoutBank(String id) {
        return this;
    }

    @Override
    public StatementBank statementBank(String id) {
        throw new UnsupportedOperationException("no worker asks for this");
    }

    @Override
    public Party accountHolder() {
        return SamplePayments.HOLDER;
    }

    @Override
    public NostroAccounts accounts() {
        return new NostroAccounts(List.of());
    }
}
