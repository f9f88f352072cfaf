package io.portolan.console.text;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Leg;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.MovementKind;

/** The names of legs and movements, for titles and within sentences. */
public final class MovementNames {
    private MovementNames() {}

    /** Such as {@code top-up}. */
    public static String name(MovementKind kind) {
        return switch (kind) {
            case COLLECTION -> "collection";
            case TOP_UP -> "top-up";
            case TRADE -> "trade";
            case PAYOUT -> "payout";
            case REVERSAL -> "reversal";
            case TOP_UP_RETURN -> "top-up return";
            case REFUND -> "refund";
        };
    }

    /** Such as {@code Top-up}. */
    public static String title(MovementKind kind) {
        String name = name(kind);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Such as {@code Top-up, plan 1, attempt 1}. */
    public static String title(Payment payment, InstructionKey instruction) {
        return "%s, plan %d, attempt %d"
                .formatted(title(payment.movementOf(instruction).kind()), instruction.plan(), instruction.attempt());
    }

    /** Such as {@code Collection}. */
    public static String title(Leg leg) {
        return switch (leg) {
            case COLLECTION -> "Collection";
            case CONVERSION -> "Conversion";
            case PAYOUT -> "Payout";
        };
    }
}
