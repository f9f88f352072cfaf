package io.portolan.banks.signedjson;

import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.InquiryResult.Booked;
import io.portolan.domain.bank.InquiryResult.NotFound;
import io.portolan.domain.bank.InquiryResult.Pending;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.bank.Submission.Rejected;
import io.portolan.domain.bank.Submission.Taken;
import java.util.Set;

/** What the bank's answers say about one order, if they are about this order at all. */
record OrderResponseReader(DomesticOrder order) {
    private static final Set<String> STATES = Set.of("RECEIVED", "BOOKED", "REJECTED");

    Submission readSubmission(Response answer) throws InvalidResponse {
        return switch (answer.status()) {
            case 200, 202 -> taken(answer.json());
            case 422 -> new Rejected(RejectionReasons.reasonFor(answer.errorCode()));
            default -> throw answer.unexpectedStatus();
        };
    }

    /** Taken, whatever became of it since: a repeat may answer {@code REJECTED} here, and only the inquiry says why. */
    private Taken taken(JsonFields fields) throws InvalidResponse {
        fields.requireEquals("orderNo", order.key().value());
        requireKnownState(fields.text("state"));
        return new Taken(fields.identifier("bankReference"));
    }

    InquiryResult readInquiryResult(Response answer) throws InvalidResponse {
        return switch (answer.status()) {
            case 200 -> inquiryResult(answer.json());
            case 404 -> notFound(answer);
            default -> throw answer.unexpectedStatus();
        };
    }

    private static NotFound notFound(Response answer) throws InvalidResponse {
        if (!answer.errorCode().equals("UNKNOWN_ORDER")) {
            throw answer.unexpectedStatus();
        }
        return new NotFound();
    }

    private InquiryResult inquiryResult(JsonFields fields) throws InvalidResponse {
        fields.requireEquals("orderNo", order.key().value());
        fields.requireEquals("kind", OrderRequest.kindOf(order));
        fields.requireEquals("currency", order.amount().currency().code());
        if (!fields.amount("amount", order.amount().currency()).equals(order.amount())) {
            throw new InvalidResponse("the bank holds another amount under this key");
        }
        return switch (requireKnownState(fields.text("state"))) {
            case "RECEIVED" -> new Pending(fields.identifier("bankReference"));
            case "BOOKED" -> booked(fields);
            default ->
                new InquiryResult.Rejected(
                        RejectionReasons.reasonFor(fields.object("rejection").identifier("code")));
        };
    }

    private static Booked booked(JsonFields fields) throws InvalidResponse {
        return new Booked(
                fields.identifier("bankReference"),
                fields.time("bookedAt"),
                fields.findTime("settledAt").orElse(null));
    }

    private static String requireKnownState(String state) throws InvalidResponse {
        if (!STATES.contains(state)) {
            throw new InvalidResponse("the bank names a state that we do not know");
        }
        return state;
    }
}
