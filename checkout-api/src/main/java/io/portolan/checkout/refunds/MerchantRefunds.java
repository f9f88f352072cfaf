package io.portolan.checkout.refunds;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.requests.Query;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Refund;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds refunds for their merchant. Another merchant's refund is reported as not found. */
@Component
final class MerchantRefunds {
    /** Where a merchant's refunds are found. */
    static final String PATH = "/v1/refunds";

    private final Payments payments;

    MerchantRefunds(Payments payments) {
        this.payments = payments;
    }

    /** @throws ProblemException if the merchant has no refund with this id */
    RefundJson find(MerchantId merchant, String id) {
        return idOf(id).flatMap(refund -> payments.findByRefund(refund)
                        .filter(payment -> payment.merchant().equals(merchant))
                        .map(payment -> find(payment, refund)))
                .orElseThrow(MerchantRefunds::refundUnknown);
    }

    /** A payment's refunds, newest first. */
    RefundPage list(Payment payment, Query query) {
        int limit = query.limit();
        Optional<RefundId> after =
                query.value("after", MerchantRefunds::idOf, "cursor", "Must be the next value of the previous page.");
        query.throwIfInvalid();
        List<Refund> rest = payment.state().refunds().stream()
                .sorted(Comparator.comparing((Refund refund) -> refund.id().value())
                        .reversed())
                .filter(refund -> after.isEmpty()
                        || refund.id().value().compareTo(after.get().value()) < 0)
                .toList();
        List<Refund> shown = rest.subList(0, Math.min(limit, rest.size()));
        return new RefundPage(
                shown.stream().map(refund -> RefundJson.of(payment, refund)).toList(),
                shown.size() < rest.size() ? shown.getLast().id().value() : null);
    }

    private static RefundJson find(Payment payment, RefundId id) {
        return payment.state().refunds().stream()
                .filter(refund -> refund.id().equals(id))
                .map(refund -> RefundJson.of(payment, refund))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<RefundId> idOf(String text) {
        return RefundId.isId(text) ? Optional.of(new RefundId(text)) : Optional.empty();
    }

    private static ProblemException refundUnknown() {
        return ProblemException.of(
                ProblemType.NOT_FOUND,
                FieldError.inParameter("id", "refund-unknown", "You have no refund with this id."));
    }
}
