package io.portolan.domain.fx;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.MovementKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The dealer, played by a script: it quotes 0.13882 for what is not scripted, and 7.2 when it is sold back. */
public final class ScriptedDesk implements FxDesk {
    private static final Instant LAPSES = Instant.parse("2026-11-21T12:15:00Z");

    private final ScriptedOrders orders;
    private final Queue<RateResponse> answers = new ArrayDeque<>();
    private final List<RateRequest> requests = new ArrayList<>();
    private final List<TradeOrder> trades = new ArrayList<>();

    public ScriptedDesk(ScriptedOrders orders) {
        this.orders = orders;
    }

    /** The next request for a rate gets this answer. */
    public ScriptedDesk answers(RateResponse answer) {
        answers.add(answer);
        return this;
    }

    @Override
    public synchronized RateResponse quote(RateRequest request) {
        requests.add(request);
        RateResponse scripted = answers.poll();
        return scripted != null ? scripted : new RateResponse.Offered(usual(request));
    }

    @Override
    public synchronized Submission instruct(TradeOrder order) {
        trades.add(order);
        return orders.instruct(kindOf(order), order.key());
    }

    @Override
    public InquiryResult inquire(TradeOrder order) {
        return orders.inquire(kindOf(order), order.key());
    }

    /** The requests for a rate as they arrived. */
    public synchronized List<RateRequest> requests() {
        return List.copyOf(requests);
    }

    /** The trades as they arrived. */
    public synchronized List<TradeOrder> trades() {
        return List.copyOf(trades);
    }

    private static MovementKind kindOf(TradeOrder order) {
        boolean forward = order.rate().sell().currency().code().equals("CNY");
        return forward ? MovementKind.TRADE : MovementKind.REVERSAL;
    }

    private FirmRate usual(RateRequest request) {
        String value = request.pair().source().code().equals("CNY") ? "0.13882" : "7.2";
        FxRate rate = new FxRate(request.pair(), new BigDecimal(value));
        Money sell = switch (request) {
            case RateRequest.Selling selling -> selling.sell();
            case RateRequest.Buying buying -> rate.sourceFor(buying.buy());
        };
        return new FirmRate("dq-" + requests.size(), sell, rate.convert(sell), rate, LAPSES);
    }
}
