package io.portolan.fx.firmrate;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.InquiryResult.Booked;
import io.portolan.domain.bank.InquiryResult.NotFound;
import io.portolan.domain.bank.InquiryResult.Pending;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.bank.Submission.Rejected;
import io.portolan.domain.bank.Submission.Taken;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.TradeOrder;
import java.util.List;
import java.util.Set;

/** What the dealer's answers say about one trade, if they are about this trade at all and as it was agreed. */
record TradeResponseReader(TradeOrder order, DealerSettings settings) {
    private static final Set<String> STATES = Set.of("pending", "executed", "rejected");

    Submission readSubmission(Response answer) throws InvalidResponse {
        return switch (answer.status()) {
            case 200, 202 -> taken(answer.json());
            case 404 -> rejected(answer, "quote_unknown");
            case 410 -> rejected(answer, "quote_expired");
            case 422 -> new Rejected(RejectionReasons.reasonFor(answer.errorCode()));
            default -> throw answer.unexpectedStatus();
        };
    }

    /** Taken, whatever became of it since: a repeat may answer {@code rejected} here, and only the inquiry says why. */
    private Taken taken(JsonFields fields) throws InvalidResponse {
        fields.requireEquals("client_trade_id", order.key().value());
        requireKnownState(fields.text("status"));
        return new Taken(fields.identifier("trade_id"));
    }

    private static Rejected rejected(Response answer, String code) throws InvalidResponse {
        answer.requireErrorCode(code);
        return new Rejected(RejectionReasons.reasonFor(code));
    }

    InquiryResult readInquiryResult(Response answer) throws InvalidResponse {
        return switch (answer.status()) {
            case 200 -> inquiryResult(answer.json());
            case 404 -> notFound(answer);
            default -> throw answer.unexpectedStatus();
        };
    }

    private static NotFound notFound(Response answer) throws InvalidResponse {
        answer.requireErrorCode("trade_unknown");
        return new NotFound();
    }

    private InquiryResult inquiryResult(JsonFields fields) throws InvalidResponse {
        fields.requireEquals("client_trade_id", order.key().value());
        String status = requireKnownState(fields.text("status"));
        requireAgreedTerms(fields, status);
        return switch (status) {
            case "pending" -> new Pending(fields.identifier("trade_id"));
            case "executed" -> booked(fields);
            default -> new InquiryResult.Rejected(RejectionReasons.reasonFor(fields.identifier("reject_code")));
        };
    }

    private Booked booked(JsonFields fields) throws InvalidResponse {
        List<JsonFields> orders = fields.objects("orders");
        if (orders.size() != 2) {
            throw new InvalidResponse("executed with " + orders.size() + " orders instead of two");
        }
        var movements = new ExecutionCheck(order.rate(), settings);
        movements.requireSellOrder(orders.getFirst());
        movements.requireBuyOrder(orders.getLast());
        return new Booked(
                fields.identifier("trade_id"),
                fields.time("executed_at"),
                fields.findTime("settled_at").orElse(null));
    }

    private void requireAgreedTerms(JsonFields fields, String status) throws InvalidResponse {
        FirmRate agreed = order.rate();
        fields.requireEquals("sell_currency", agreed.sell().currency().code());
        fields.requireEquals("buy_currency", agreed.buy().currency().code());
        if (!fields.amount("sell_amount", agreed.sell().currency()).equals(agreed.sell())) {
            throw new InvalidResponse(status + " with another sell_amount than agreed");
        }
        if (!fields.amount("buy_amount", agreed.buy().currency()).equals(agreed.buy())) {
            throw new InvalidResponse(status + " with another buy_amount than agreed");
        }
        if (fields.rate("rate", agreed.rate().pair())
                        .value()
                        .compareTo(agreed.rate().value())
                != 0) {
            throw new InvalidResponse(status + " with another rate than agreed");
        }
    }

    private static String requireKnownState(String status) throws InvalidResponse {
        if (!STATES.contains(status)) {
            throw new InvalidResponse("the dealer names a state that we do not know");
        }
        return status;
    }
}
