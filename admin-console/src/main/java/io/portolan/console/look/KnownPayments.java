package io.portolan.console.look;

import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the payment that an address names. */
@Component
public class KnownPayments {
    private final Payments payments;

    KnownPayments(Payments payments) {
        this.payments = payments;
    }

    /** @throws NoSuchPage if the text is no payment's id, or no payment has it */
    public Payment require(String id) {
        return parsed(id)
                .flatMap(payments::find)
                .orElseThrow(() -> new NoSuchPage("There is no payment with this id."));
    }

    private static Optional<PaymentId> parsed(String id) {
        try {
            return Optional.of(new PaymentId(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
