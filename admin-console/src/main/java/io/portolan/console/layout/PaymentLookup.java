package io.portolan.console.layout;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the payment that an address names. */
@Component
public class PaymentLookup {
    private final Payments payments;

    PaymentLookup(Payments payments) {
        this.payments = payments;
    }

    /** @throws PageNotFound if the text is no payment's id, or no payment has it */
    public Payment require(String id) {
        return parse(id)
                .flatMap(payments::find)
                .orElseThrow(() -> new PageNotFound("There is no payment with this id."));
    }

    private static Optional<PaymentId> parse(String id) {
        try {
            return Optional.of(new PaymentId(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
