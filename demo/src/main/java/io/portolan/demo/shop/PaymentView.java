package io.portolan.demo.shop;

import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A payment as the API shows it to a shop. */
public record PaymentView(
        String id,
        String status,
        @Nullable String reason,
        Money source,
        Money fee,
        Money destination,
        @Nullable Money refunded,
        List<LegView> legs) {
    private static final Set<String> END_STATUSES = Set.of("completed", "refunded", "failed", "cancelled");
    private static final Set<String> FINAL_STATUSES = Set.of("refunded", "failed", "cancelled");
    private static final String PROCESSING = "processing";

    /** Both flows of one leg; empty texts before it begins. */
    public record LegView(String leg, String bookingStatus, String settlementStatus) {
        static LegView read(JsonNode leg) {
            return new LegView(
                    leg.get("leg").asString(), textOrEmpty(leg.get("booking")), textOrEmpty(leg.get("settlement")));
        }

        boolean isBooked() {
            return bookingStatus.equals("booked");
        }

        boolean isSettled() {
            return settlementStatus.equals("settled");
        }

        private static String textOrEmpty(JsonNode text) {
            return text.isNull() ? "" : text.asString();
        }
    }

    static PaymentView read(JsonNode payment) {
        JsonNode reason = payment.get("reason");
        JsonNode refunded = payment.get("refunded");
        return new PaymentView(
                payment.get("id").asString(),
                payment.get("status").asString(),
                reason.isNull() ? null : reason.get("code").asString(),
                money(payment.get("source")),
                money(payment.get("fee")),
                money(payment.get("destination")),
                refunded.isNull() ? null : money(refunded),
                StreamSupport.stream(payment.get("legs").spliterator(), false)
                        .map(LegView::read)
                        .toList());
    }

    static Money money(JsonNode money) {
        return Money.of(
                Currency.of(money.get("currency").asString()),
                money.get("amount").longValue());
    }

    /** Ended, though a bank may still return a completed payment; or parked, which waits for a person. */
    public boolean isAtRest() {
        return END_STATUSES.contains(status) || isParked();
    }

    /** It waits for a person. */
    public boolean isParked() {
        return status.equals(PROCESSING) && reason != null;
    }

    /** Nothing can change it any more. */
    public boolean isFinal() {
        return FINAL_STATUSES.contains(status);
    }

    public boolean isCompleted() {
        return status.equals("completed");
    }

    public boolean isBooked(int leg) {
        return legs.get(leg).isBooked();
    }

    boolean isSettled() {
        return legs.stream().allMatch(LegView::isSettled);
    }
}
