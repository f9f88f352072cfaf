package io.portolan.checkout.payments.view;

import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentFilter;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of a merchant's payments to list.
 *
 * <p>A parked payment is processing or refunding, and the database says only that it is parked. So the list is read on
 * until the page is full; a page may be short of its limit after {@link #MAX_READS} reads, and still names the next
 * one.
 */
record PaymentListing(
        MerchantId merchant,
        Optional<Status> status,
        Optional<String> orderReference,
        TimeRange created,
        Optional<PaymentId> after,
        int limit) {
    private static final int MAX_READS = 10;

    /** Inclusive below, exclusive above. */
    record TimeRange(Optional<Instant> after, Optional<Instant> before) {}

    static Optional<Status> parseStatus(String code) {
        return Arrays.stream(Status.values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    /** Every status, for people. */
    static String statusCodes() {
        return Arrays.stream(Status.values()).map(Status::code).collect(Collectors.joining(", "));
    }

    PaymentPage readPage(Payments payments) {
        List<PaymentJson> shown = new ArrayList<>();
        PaymentId seen = after.orElse(null);
        boolean done = status.isPresent() && stages().isEmpty();
        for (int reads = 0; reads < MAX_READS && !done; reads++) {
            List<Payment> batch = payments.list(filter(seen));
            for (Payment payment : batch) {
                if (shown.size() == limit) {
                    return new PaymentPage(shown, seen == null ? null : seen.value());
                }
                seen = payment.id();
                if (status.isEmpty() || status.get() == payment.status()) {
                    shown.add(PaymentJson.of(payment));
                }
            }
            done = batch.size() <= limit;
        }
        return new PaymentPage(shown, done || seen == null ? null : seen.value());
    }

    private PaymentFilter filter(@Nullable PaymentId seen) {
        return new PaymentFilter(
                merchant,
                stages(),
                orderReference.orElse(null),
                created.after().orElse(null),
                created.before().orElse(null),
                seen,
                limit + 1);
    }

    /** The stages that may show the status. */
    private Set<Stage> stages() {
        return status.map(PaymentListing::stagesOf).orElse(Set.of());
    }

    private static Set<Stage> stagesOf(Status status) {
        return switch (status) {
            case REQUIRES_CONFIRMATION -> Set.of();
            case PROCESSING ->
                Set.of(Stage.ACCEPTED, Stage.COLLECTING, Stage.CONVERTING, Stage.PAYING_OUT, Stage.PARKED);
            case COMPLETED -> Set.of(Stage.COMPLETED);
            case REFUNDING -> Set.of(Stage.UNWINDING, Stage.PARKED);
            case REFUNDED -> Set.of(Stage.RETURNED);
            case FAILED -> Set.of(Stage.FAILED);
            case CANCELLED -> Set.of(Stage.CANCELLED);
        };
    }
}
