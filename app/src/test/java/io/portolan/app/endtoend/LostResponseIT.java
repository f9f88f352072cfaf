package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.identity.PaymentId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * A bank takes an instruction, and its answer is lost, or there never is one: nothing is sent again under another key, nothing moves twice, and what
 * nobody knows is decided by a person.
 *
 * <p>The order of the tests matters to the books alone: the last decisions are wrong ones, as the simulated bank has moved nothing.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LostResponseIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @RegisterExtension
    static final WholeWorld WORLD = WholeWorld.on(Engine.TEMPORAL);

    private static final Map<Lost, PaymentId> LOST = new EnumMap<>(Lost.class);
    private static final Map<Unanswered, PaymentId> NOT_EXECUTED = new EnumMap<>(Unanswered.class);
    private static final Map<Unanswered, PaymentId> EXECUTED = new EnumMap<>(Unanswered.class);

    /** Whose answer is lost. */
    enum Lost {
        COLLECTION,
        TOP_UP,
        CONVERSION,
        PAYOUT,
        EVERY_STEP,
        REVERSAL,
        REFUND;

        Purchase purchase() {
            Purchase plain = Purchase.inDollars("LOST");
            return switch (this) {
                case COLLECTION -> plain.fromAccountEnding("0004");
                case TOP_UP -> Purchase.inDollars("TOPUP-LOST");
                case CONVERSION -> Purchase.inDollars("FX-LOST");
                case PAYOUT -> plain.toAccountEnding("0004");
                case EVERY_STEP ->
                    Purchase.inDollars("TOPUP-LOST-FX-LOST")
                            .fromAccountEnding("0004")
                            .toAccountEnding("0004");
                case REVERSAL -> Purchase.inDollars("FX-LOST").toAccountEnding("0001");
                case REFUND -> plain.fromAccountEnding("0012").toAccountEnding("0001");
            };
        }

        boolean isOfAnUndo() {
            return this == REVERSAL || this == REFUND;
        }
    }

    /** All at once, since they take their time. */
    @BeforeAll
    static void payAll() throws Exception {
        for (Unanswered unanswered : Unanswered.values()) {
            NOT_EXECUTED.put(unanswered, WORLD.checkout().pay(unanswered.purchase()));
            EXECUTED.put(unanswered, WORLD.checkout().pay(unanswered.purchase()));
        }
        for (Lost lost : Lost.values()) {
            LOST.put(lost, WORLD.checkout().pay(lost.purchase()));
        }
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource
    void movesOnceThoughTheAnswerIsLost(Lost lost) throws Exception {
        PaymentId payment = LOST.get(lost);

        if (lost.isOfAnUndo()) {
            WORLD.checkout().awaitStatus(payment, "refunded", LIMIT);
            // It has moved like one whose payout was never executed.
            WORLD.witness().assertMovedOnce(payment, Unanswered.PAYOUT.movedIfNot());
        } else {
            WORLD.checkout().awaitStatus(payment, "completed", LIMIT);
            WORLD.witness().assertMovedOnceAsPlanned(payment);
        }
        WORLD.witness().assertAmountsAgree(payment);
        WORLD.witness().assertBalanced(payment);
        WORLD.witness().assertBooksBalance();
    }

    @Order(2)
    @ParameterizedTest
    @EnumSource
    void turnsBackWhenAPersonKnowsThatNothingWasExecuted(Unanswered step) throws Exception {
        PaymentId payment = NOT_EXECUTED.get(step);

        resolve(payment, "NOT_EXECUTED");
        WORLD.checkout().awaitStatus(payment, step.endIfNot(), LIMIT);

        WORLD.witness().assertMovedOnce(payment, step.movedIfNot());
        WORLD.witness().assertAmountsAgree(payment);
        WORLD.witness().assertBooksBalance();
    }

    @Order(3)
    @ParameterizedTest
    @EnumSource
    void goesOnWhenAPersonKnowsThatItWasExecuted(Unanswered step) throws Exception {
        PaymentId payment = EXECUTED.get(step);

        resolve(payment, "EXECUTED");
        WORLD.checkout().awaitStatus(payment, "completed", LIMIT);

        WORLD.witness().assertMovedOnce(payment, step.movedIfExecuted());
        WORLD.witness().assertAmountsAgree(payment);
        WORLD.witness().assertBalanced(payment);
    }

    private static void resolve(PaymentId payment, String verdict) throws Exception {
        JsonNode parked = WORLD.checkout().awaitParked(payment, LIMIT);
        assertThat(parked.get("status").asString()).isEqualTo("processing");
        try (OperatorConsole console = OperatorConsole.logIn(WORLD.parts())) {
            console.resolve(payment, verdict);
        }
    }
}
