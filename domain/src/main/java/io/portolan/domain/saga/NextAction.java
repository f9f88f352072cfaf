package io.portolan.domain.saga;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.Fact;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done about a payment next. */
public sealed interface NextAction {
    /** Fix the key of this movement's next attempt, and send it. */
    record Begin(Movement movement, InstructionKey key) implements NextAction {}

    /** Ask what has become of this instruction. */
    record Inquire(InstructionKey key) implements NextAction {}

    /** Make a plan for this purpose. */
    record MakePlan(Purpose purpose, Reason reason) implements NextAction {}

    /** Let it wait for this. */
    record Park(Parking.Cause cause) implements NextAction {}

    /** End it without another movement: nothing has moved, or nothing is left to move. */
    record Conclude(Fact end, Reason reason) implements NextAction {}

    /** Nothing, until that time, or until there is news if it is null. */
    record Await(@Nullable Instant until) implements NextAction {}

    /** Nothing more. */
    record Ended(Stage stage) implements NextAction {}
}
