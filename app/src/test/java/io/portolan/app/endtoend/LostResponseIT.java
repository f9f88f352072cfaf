package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.environment.TestEnvironmentSettings;
import io.portolan.app.environment.WorkflowService;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.money.Money;
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
    static final EnvironmentExtension ENVIRONMENT =
            EnvironmentExtension.configured(WorkflowService.TEMPORAL, TestEnvironmentSettings.SHORT_FENCE);

    private static final Map<LostAnswer, PaymentId> LOST = new EnumMap<>(LostAnswer.class);
    private static final Map<UnansweredInstruction, PaymentId> NOT_EXECUTED =
            new EnumMap<>(UnansweredInstruction.class);
    private static final Map<UnansweredInstruction, PaymentId> EXECUTED = new EnumMap<>(UnansweredInstruction.class);

    /** Whose answer is lost. */
    enum LostAnswer {
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

        boolean isInUnwind() {
            return this == REVERSAL || this == REFUND;
        }
    }

    /** All at once, since they take their time. */
    @BeforeAll
    static void payAll() throws Exception {
        for (UnansweredInstruction unanswered : UnansweredInstruction.values()) {
            NOT_EXECUTED.put(unanswered, ENVIRONMENT.merchant().pay(unanswered.purchase()));
            EXECUTED.put(unanswered, ENVIRONMENT.merchant().pay(unanswered.purchase()));
        }
        for (LostAnswer lost : LostAnswer.values()) {
            LOST.put(lost, ENVIRONMENT.merchant().pay(lost.purchase()));
        }
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource
    void movesOnceThoughTheAnswerIsLost(LostAnswer lost) throws Exception {
        PaymentId payment = LOST.get(lost);

        if (lost.isInUnwind()) {
            ENVIRONMENT.merchant().awaitStatus(payment, "refunded", LIMIT);
            // It has moved like one whose payout was never executed.
            ENVIRONMENT.records().assertMovedOnce(payment, UnansweredInstruction.PAYOUT.movementsIfNotExecuted());
        } else {
            ENVIRONMENT.merchant().awaitStatus(payment, "completed", LIMIT);
            ENVIRONMENT.records().assertMovedOnceAsPlanned(payment);
        }
        ENVIRONMENT.records().assertAmountsAgree(payment);
        ENVIRONMENT.records().assertBalanced(payment);
        ENVIRONMENT.records().assertBooksBalance();
    }

    @Order(2)
    @ParameterizedTest
    @EnumSource
    void unwindsWhenAPersonKnowsThatNothingWasExecuted(UnansweredInstruction step) throws Exception {
        PaymentId payment = NOT_EXECUTED.get(step);

        resolve(payment, "not_executed");
        ENVIRONMENT.merchant().awaitStatus(payment, step.statusIfNotExecuted(), LIMIT);

        ENVIRONMENT.records().assertMovedOnce(payment, step.movementsIfNotExecuted());
        ENVIRONMENT.records().assertAmountsAgree(payment);
        ENVIRONMENT.records().assertBooksBalance();
    }

    @Order(3)
    @ParameterizedTest
    @EnumSource
    void goesOnWhenAPersonKnowsThatItWasExecuted(UnansweredInstruction step) throws Exception {
        PaymentId payment = EXECUTED.get(step);

        resolve(payment, "executed");
        ENVIRONMENT.merchant().awaitStatus(payment, "completed", LIMIT);

        ENVIRONMENT.records().assertMovedOnce(payment, step.movementsIfExecuted());
        ENVIRONMENT.records().assertAmountsAgree(payment);
        ENVIRONMENT.records().assertBalanced(payment);
    }

    /** One says what became of it, with evidence, and another approves. */
    private static void resolve(PaymentId payment, String outcome) throws Exception {
        JsonNode parked = ENVIRONMENT.merchant().awaitParked(payment, LIMIT);
        assertThat(parked.get("status").asString()).isEqualTo("processing");
        Money amount = ENVIRONMENT
                .records()
                .payment(payment)
                .openInstruction()
                .orElseThrow()
                .amount();
        try (ConsoleClient maker = ConsoleClient.logIn(ENVIRONMENT.running());
                ConsoleClient checker = ConsoleClient.logInAsChecker(ENVIRONMENT.running())) {
            maker.propose(payment, outcome, amount);
            checker.approve(payment);
        }
    }
}
