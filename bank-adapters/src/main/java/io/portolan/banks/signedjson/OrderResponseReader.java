package io.portolan.banks.signedjson;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.JsonFields;
import io.portolan.banks.http.Response;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.InquiryResult.Booked;
import io.portolan.domain.bank.InquiryResult.NotFound;
import io.portolan.domain.bank.InquiryResult.Pending;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.bank.Submission.Rejected;
import io.portolan.domain.bank.Submission.Taken;
import io.portolan.domain.money.Currency;
import java.util.regex.Pattern;

/** What the bank's responses say about one order, if they are about this order at all. */
record OrderResponseReader(DomesticOrder order) {
    private static final Pattern ERROR_CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    Submission readSubmission(Response response) throws InvalidResponse {
        return switch (response.status()) {
            case 200, 202 -> taken(response.json());
            case 422 -> new Rejected(RejectionReasons.reasonFor(errorCode(response)));
            default -> throw response.unexpectedStatus();
        };
    }

    /** Taken, whatever became of it since: a repeat may find {@code REJECTED} here, and only the inquiry says why. */
    private Taken taken(JsonFields fields) throws InvalidResponse {
        fields.get("orderNo").requireEquals(order.key().value());
        return switch (fields.get("state").text()) {
            case "RECEIVED", "BOOKED", "REJECTED" ->
                new Taken(fields.get("bankReference").identifier());
            default -> throw unknownState();
        };
    }

    InquiryResult readInquiryResult(Response response) throws InvalidResponse {
        return switch (response.status()) {
            case 200 -> inquiryResult(response.json());
            case 404 -> notFound(response);
            default -> throw response.unexpectedStatus();
        };
    }

    private static NotFound notFound(Response response) throws InvalidResponse {
        if (!errorCode(response).equals("UNKNOWN_ORDER")) {
            throw response.unexpectedStatus();
        }
        return new NotFound();
    }

    private InquiryResult inquiryResult(JsonFields fields) throws InvalidResponse {
        requireSameOrder(fields);
        return switch (fields.get("state").text()) {
            case "RECEIVED" -> new Pending(fields.get("bankReference").identifier());
            case "BOOKED" -> booked(fields);
            case "REJECTED" -> rejected(fields.object("rejection"));
            default -> throw unknownState();
        };
    }

    private void requireSameOrder(JsonFields fields) throws InvalidResponse {
        Currency currency = order.amount().currency();
        fields.get("orderNo").requireEquals(order.key().value());
        fields.get("kind").requireEquals(OrderRequest.kindOf(order));
        fields.get("currency").requireEquals(currency.code());
        if (!fields.get("amount").amount(currency).equals(order.amount())) {
            throw new InvalidResponse("the bank has a different amount under this key");
        }
    }

    private static Booked booked(JsonFields fields) throws InvalidResponse {
        return new Booked(
                fields.get("bankReference").identifier(),
                fields.get("bookedAt").time(),
                fields.isNull("settledAt") ? null : fields.get("settledAt").time());
    }

    private static InquiryResult.Rejected rejected(JsonFields rejection) throws InvalidResponse {
        return new InquiryResult.Rejected(
                RejectionReasons.reasonFor(rejection.get("code").identifier()));
    }

    /** A proxy's error page has no such code, so it is not mistaken for the bank's. */
    private static String errorCode(Response response) throws InvalidResponse {
        JsonFields fields = response.json();
        fields.get("message");
        String code = fields.get("code").text();
        if (!ERROR_CODE.matcher(code).matches()) {
            throw response.invalid("no valid error code");
        }
        return code;
    }

    private static InvalidResponse unknownState() {
        return new InvalidResponse("unknown state");
    }
}
