package io.portolan.banks.domestic;

import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.Finding.Booked;
import io.portolan.domain.bank.Finding.NotFound;
import io.portolan.domain.bank.Finding.Pending;
import io.portolan.domain.bank.Finding.Refused;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.LegOutcome.Accepted;
import io.portolan.domain.bank.LegOutcome.Rejected;
import java.util.Set;

/** What the bank's answers say about one order, if they are about this order at all. */
record OrderAnswer(DomesticOrder order) {
    private static final Set<String> STATES = Set.of("RECEIVED", "BOOKED", "REJECTED");

    LegOutcome toInstruction(Answer answer) throws Untrustworthy {
        return switch (answer.status()) {
            case 200, 202 -> accepted(answer.fields());
            case 422 -> new Rejected(Refusal.of(answer.code()));
            default -> throw answer.unexpected();
        };
    }

    /** Taken, whatever became of it since: a repeat may answer {@code REJECTED} here, and only the inquiry says why. */
    private Accepted accepted(JsonFields fields) throws Untrustworthy {
        fields.expect("orderNo", order.key().value());
        requireKnown(fields.text("state"));
        return new Accepted(fields.word("bankReference"));
    }

    Finding toInquiry(Answer answer) throws Untrustworthy {
        return switch (answer.status()) {
            case 200 -> found(answer.fields());
            case 404 -> notFound(answer);
            default -> throw answer.unexpected();
        };
    }

    private static NotFound notFound(Answer answer) throws Untrustworthy {
        if (!answer.code().equals("UNKNOWN_ORDER")) {
            throw answer.unexpected();
        }
        return new NotFound();
    }

    private Finding found(JsonFields fields) throws Untrustworthy {
        fields.expect("orderNo", order.key().value());
        fields.expect("kind", OrderRequest.kindOf(order));
        fields.expect("currency", order.amount().currency().code());
        if (!fields.amount("amount", order.amount().currency()).equals(order.amount())) {
            throw new Untrustworthy("the bank holds another amount under this key");
        }
        return switch (requireKnown(fields.text("state"))) {
            case "RECEIVED" -> new Pending(fields.word("bankReference"));
            case "BOOKED" -> booked(fields);
            default -> new Refused(Refusal.of(fields.object("rejection").word("code")));
        };
    }

    private static Booked booked(JsonFields fields) throws Untrustworthy {
        return new Booked(
                fields.word("bankReference"),
                fields.time("bookedAt"),
                fields.findTime("settledAt").orElse(null));
    }

    private static String requireKnown(String state) throws Untrustworthy {
        if (!STATES.contains(state)) {
            throw new Untrustworthy("the bank names a state that we do not know");
        }
        return state;
    }
}
