package io.portolan.fx.dealer;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.Finding.Booked;
import io.portolan.domain.bank.Finding.NotFound;
import io.portolan.domain.bank.Finding.Pending;
import io.portolan.domain.bank.Finding.Refused;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.LegOutcome.Accepted;
import io.portolan.domain.bank.LegOutcome.Rejected;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.TradeOrder;
import java.util.List;
import java.util.Set;

/** What the dealer's answers say about one trade, if they are about this trade at all and as it was agreed. */
record TradeAnswer(TradeOrder order, DealerSettings settings) {
    private static final Set<String> STATES = Set.of("pending", "executed", "rejected");

    LegOutcome toInstruction(Answer answer) throws Untrustworthy {
        return switch (answer.status()) {
            case 200, 202 -> accepted(answer.fields());
            case 404 -> refused(answer, "quote_unknown");
            case 410 -> refused(answer, "quote_expired");
            case 422 -> new Rejected(Refusal.of(answer.code()));
            default -> throw answer.unexpected();
        };
    }

    /** Taken, whatever became of it since: a repeat may answer {@code rejected} here, and only the inquiry says why. */
    private Accepted accepted(JsonFields fields) throws Untrustworthy {
        fields.expect("client_trade_id", order.key().value());
        requireKnown(fields.text("status"));
        return new Accepted(fields.word("trade_id"));
    }

    private static Rejected refused(Answer answer, String code) throws Untrustworthy {
        answer.expectCode(code);
        return new Rejected(Refusal.of(code));
    }

    Finding toInquiry(Answer answer) throws Untrustworthy {
        return switch (answer.status()) {
            case 200 -> found(answer.fields());
            case 404 -> notFound(answer);
            default -> throw answer.unexpected();
        };
    }

    private static NotFound notFound(Answer answer) throws Untrustworthy {
        answer.expectCode("trade_unknown");
        return new NotFound();
    }

    private Finding found(JsonFields fields) throws Untrustworthy {
        fields.expect("client_trade_id", order.key().value());
        String status = requireKnown(fields.text("status"));
        requireAgreed(fields, status);
        return switch (status) {
            case "pending" -> new Pending(fields.word("trade_id"));
            case "executed" -> executed(fields);
            default -> new Refused(Refusal.of(fields.word("reject_code")));
        };
    }

    private Booked executed(JsonFields fields) throws Untrustworthy {
        List<JsonFields> orders = fields.objects("orders");
        if (orders.size() != 2) {
            throw new Untrustworthy("executed with " + orders.size() + " orders instead of two");
        }
        var movements = new Movements(order.rate(), settings);
        movements.requireSold(orders.getFirst());
        movements.requireBought(orders.getLast());
        return new Booked(
                fields.word("trade_id"),
                fields.time("executed_at"),
                fields.findTime("settled_at").orElse(null));
    }

    private void requireAgreed(JsonFields fields, String status) throws Untrustworthy {
        FirmRate agreed = order.rate();
        fields.expect("sell_currency", agreed.sell().currency().code());
        fields.expect("buy_currency", agreed.buy().currency().code());
        if (!fields.amount("sell_amount", agreed.sell().currency()).equals(agreed.sell())) {
            throw new Untrustworthy(status + " with another sell_amount than agreed");
        }
        if (!fields.amount("buy_amount", agreed.buy().currency()).equals(agreed.buy())) {
            throw new Untrustworthy(status + " with another buy_amount than agreed");
        }
        if (fields.rate("rate", agreed.rate().pair())
                        .value()
                        .compareTo(agreed.rate().value())
                != 0) {
            throw new Untrustworthy(status + " with another rate than agreed");
        }
    }

    private static String requireKnown(String status) throws Untrustworthy {
        if (!STATES.contains(status)) {
            throw new Untrustworthy("the dealer names a state that we do not know");
        }
        return status;
    }
}
