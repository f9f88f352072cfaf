package io.portolan.simulators.fxdealer;

import io.portolan.simulators.account.AccountTransfer;
import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.State;
import io.portolan.simulators.wire.JsonText;
import io.portolan.simulators.wire.Rfc3339;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes the dealer's responses and callbacks. */
final class DealerJson {

    private DealerJson() {}

    static JsonText error(String code, String message) {
        return new JsonText().with("error", new JsonText().with("code", code).with("message", message));
    }

    static JsonText quote(Quote quote) {
        return new JsonText()
                .with("quote_id", quote.id())
                .with("sell_currency", quote.sell().currency().name())
                .with("sell_amount", quote.sell().minorUnits())
                .with("buy_currency", quote.buy().currency().name())
                .with("buy_amount", quote.buy().minorUnits())
                .with("rate", quote.rate().customer().toPlainString())
                .with("mid_rate", quote.rate().mid().toPlainString())
                .with("expires_at", Rfc3339.text(quote.expiresAt()));
    }

    static JsonText acknowledgement(Instruction trade) {
        return new JsonText()
                .with("trade_id", trade.reference())
                .with("client_trade_id", trade.key())
                .with("status", status(trade));
    }

    static JsonText trade(Instruction trade, Quote quote) {
        var state = trade.state();
        var json = acknowledgement(trade)
                .with("sell_currency", quote.sell().currency().name())
                .with("sell_amount", quote.sell().minorUnits())
                .with("buy_currency", quote.buy().currency().name())
                .with("buy_amount", quote.buy().minorUnits())
                .with("rate", quote.rate().customer().toPlainString())
                .withTime("executed_at", state.whenBooked())
                .withTime("settled_at", state.whenSettled())
                .withText("value_date", state.whenBooked().map(ValueDate::spot).map(Object::toString))
                .withText("reject_code", state.whyRejected().map(Rejection::code));
        return state.whenBooked().isPresent() ? withOrders(json, trade) : json.withNull("orders");
    }

    static JsonText callback(Instruction trade, Instant at) {
        return new JsonText()
                .with("event_id", UUID.randomUUID().toString())
                .with("client_trade_id", trade.key())
                .with("trade_id", trade.reference())
                .with("status", status(trade))
                .with("occurred_at", Rfc3339.text(at));
    }

    private static JsonText withOrders(JsonText json, Instruction trade) {
        var transfers = trade.request().transfers();
        return json.with(
                "orders",
                List.of(
                        order(trade.reference() + "-1", transfers.getFirst()),
                        order(trade.reference() + "-2", transfers.getLast())));
    }

    private static JsonText order(String id, AccountTransfer transfer) {
        return new JsonText()
                .with("order_id", id)
                .with("currency", transfer.money().currency().name())
                .with("amount", transfer.money().minorUnits())
                .with("from_account", transfer.from())
                .with("to_account", transfer.to());
    }

    private static String status(Instruction trade) {
        return switch (trade.state()) {
            case State.Received _ -> "pending";
            case State.Booked _, State.Settled _, State.Returned _ -> "executed";
            case State.RejectedAtOnce _, State.RejectedLater _ -> "rejected";
        };
    }
}
