package io.portolan.domain.saga;

import io.portolan.domain.corridor.Limits;
import io.portolan.domain.instruction.SendWindow;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;

/** The times of a payment's instructions, by the limits of its corridor. */
public final class Windows {
    private Windows() {}

    /** The times of an instruction of this kind. */
    public static SendWindow.Lengths of(Payment payment, MovementKind kind) {
        Limits limits = payment.route().limits();
        return new SendWindow.Lengths(limits.sending(), limits.honouring(), awaitingOf(payment, kind));
    }

    /** For how long the answer about an instruction of this kind is awaited. */
    public static Duration awaitingOf(Payment payment, MovementKind kind) {
        Limits limits = payment.route().limits();
        return switch (kind) {
            case COLLECTION -> limits.collecting();
            case TOP_UP, TRADE -> limits.converting();
            case PAYOUT -> limits.payingOut();
            case REVERSAL, TOP_UP_RETURN, REFUND -> limits.unwinding();
        };
    }
}
