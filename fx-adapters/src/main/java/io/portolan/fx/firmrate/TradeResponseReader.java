package io.portolan.fx.firmrate;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.JsonFields;
import io.portolan.banks.http.Response;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.InquiryResult.Booked;
import io.portolan.domain.bank.InquiryResult.NotFound;
import io.portolan.domain.bank.InquiryResult.Pending;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.bank.Submission.Rejected;
import io.portolan.domain.bank.Submission.Taken;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.TradeOrder;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import java.util.List;

/** What the dealer's responses say about one trade, if they are about this trade at all and as it was agreed. */
record TradeResponseReader(TradeOrder order, DealerSettings settings) {

    Submission readSubmission(Response response) throws InvalidResponse {
        return switch (response.status()) {
            case 200, 202 -> taken(response.json());
            case 404 -> rejected(response, "quote_unknown");
            case 410 -> rejected(response, "quote_expired");
            case 422 -> new Rejected(RejectionReasons.reasonFor(new ErrorResponse(response).code()));
            default -> throw response.unexpectedStatus();
        };
    }

    /** Taken, whatever became of it since: a repeat may find {@code rejected} here, and only the inquiry says why. */
    private Taken taken(JsonFields fields) throws InvalidResponse {
        fields.get("client_trade_id").requireEquals(order.key().value());
        return switch (fields.get("status").text()) {
            case "pending", "executed", "rejected" ->
                new Taken(fields.get("trade_id").identifier());
            default -> throw unknownState();
        };
    }

    private static Rejected rejected(Response response, String code) throws InvalidResponse {
        new ErrorResponse(response).requireCode(code);
        return new Rejected(RejectionReasons.reasonFor(code));
    }

    InquiryResult readInquiryResult(Response response) throws InvalidResponse {
        return switch (response.status()) {
            case 200 -> inquiryResult(response.json());
            case 404 -> notFound(response);
            default -> throw response.unexpectedStatus();
        };
    }

    private static NotFound notFound(Response response) throws InvalidResponse {
        new ErrorResponse(response).requireCode("trade_unknown");
        return new NotFound();
    }

    private InquiryResult inquiryResult(JsonFields fields) throws InvalidResponse {
        fields.get("client_trade_id").requireEquals(order.key().value());
        requireAgreedTerms(fields);
        return switch (fields.get("status").text()) {
            case "pending" -> new Pending(fields.get("trade_id").identifier());
            case "executed" -> booked(fields);
            case "rejected" ->
                new InquiryResult.Rejected(
                        RejectionReasons.reasonFor(fields.get("reject_code").identifier()));
            default -> throw unknownState();
        };
    }

    private Booked booked(JsonFields fields) throws InvalidResponse {
        List<JsonFields> orders = fields.objects("orders");
        if (orders.size() != 2) {
            throw new InvalidResponse("executed with " + orders.size() + " order(s) instead of 2");
        }
        var check = new ExecutionCheck(order.rate(), settings);
        check.requireSellOrder(orders.getFirst());
        check.requireBuyOrder(orders.getLast());
        return new Booked(
                fields.get("trade_id").identifier(),
                fields.get("executed_at").time(),
                fields.isNull("settled_at") ? null : fields.get("settled_at").time());
    }

    private void requireAgreedTerms(JsonFields fields) throws InvalidResponse {
        FirmRate agreed = order.rate();
        requireAgreedAmount(fields, "sell", agreed.sell());
        requireAgreedAmount(fields, "buy", agreed.buy());
        FxRate rate = DealerFields.rate(fields, agreed.rate().pair());
        if (rate.value().compareTo(agreed.rate().value()) != 0) {
            throw new InvalidResponse("rate is not as agreed");
        }
    }

    private static void requireAgreedAmount(JsonFields fields, String side, Money agreed) throws InvalidResponse {
        fields.get(side + "_currency").requireEquals(agreed.currency().code());
        String name = side + "_amount";
        if (!DealerFields.amount(fields, name, agreed.currency()).equals(agreed)) {
            throw new InvalidResponse(name + " is not as agreed");
        }
    }

    private static InvalidResponse unknownState() {
        return new InvalidResponse("unknown state");
    }
}
