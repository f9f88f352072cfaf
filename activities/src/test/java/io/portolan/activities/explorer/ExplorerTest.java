package io.portolan.activities.explorer;

import static io.portolan.domain.plan.MovementKind.COLLECTION;
import static io.portolan.domain.plan.MovementKind.PAYOUT;
import static io.portolan.domain.plan.MovementKind.TOP_UP;
import static io.portolan.domain.plan.MovementKind.TRADE;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.activities.explorer.Execution.Delivery;
import io.portolan.activities.explorer.Explorer.Fault;
import io.portolan.activities.explorer.Explorer.Found;
import io.portolan.activities.explorer.Explorer.Limits;
import io.portolan.activities.explorer.Scenario.Budgets;
import io.portolan.activities.explorer.Scenario.Budgets.Kind;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Stage;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The saga under every interleaving of two workers, banks, people, loss, death and time, as far as is stated; and the same with each guard removed in turn, which has to be
 * noticed. docs/explorer.md says how to read and to replay what is printed.
 */
class ExplorerTest {
    private static final int STATES = 30_000;
    private static final int WALKS = 150;
    private static final int LONGEST_WALK = 200;
    private static final String[] ALL = {
        "retry", "unwind", "resolve_executed", "resolve_not_executed", "correct_payee", "cancel", "hold", "release"
    };

    static Stream<Scenario> scenarios() {
        Budgets two = budgets(Kind.START, 2);
        Budgets troubled = two.with(Kind.CRASH, 1).with(Kind.LOSS, 1).with(Kind.CLOCK, 1);
        Budgets decided = two.with(Kind.START, 3)
                .with(Kind.DECISION, 1)
                .with(Kind.LOSS, 1)
                .with(Kind.CLOCK, 1);
        Budgets rejected = budgets(Kind.START, 3).with(Kind.REJECTION, 1).with(Kind.CRASH, 1);
        return Stream.of(
                collecting("collection, in trouble", troubled.with(Kind.DELAY, 1)),
                collecting(
                                "collection, cancelled",
                                two.with(Kind.DECISION, 1).with(Kind.CRASH, 1).with(Kind.START, 3))
                        .deciding("cancel"),
                collecting("collection, decided", decided).deciding(ALL),
                collecting("collection, held", two.with(Kind.DECISION, 2).with(Kind.START, 3))
                        .deciding("hold", "release", "cancel"),
                toppingUp("top-up, in trouble", troubled),
                toppingUp("top-up, rejected", rejected.with(Kind.CLOCK, 1)).deciding(ALL),
                trading("trade, in trouble", troubled),
                trading("trade, rejected", rejected.with(Kind.LOSS, 1)),
                trading(
                                "trade, cancelled",
                                two.with(Kind.DECISION, 1).with(Kind.CRASH, 1).with(Kind.START, 3))
                        .deciding("cancel"),
                payingOut("payout, in trouble", troubled),
                payingOut("payout, decided", decided).deciding(ALL),
                payingOut("payout, rejected", rejected.with(Kind.DECISION, 1).with(Kind.CLOCK, 1))
                        .deciding(ALL),
                unwinding("unwind, in trouble", troubled),
                unwinding("unwind, rejected", rejected.with(Kind.DECISION, 1)).deciding(ALL),
                completed("return", budgets(Kind.START, 3).with(Kind.RETURN, 2).with(Kind.REJECTION, 1)),
                completed(
                        "refund and return",
                        budgets(Kind.START, 3).with(Kind.RETURN, 1).with(Kind.REFUND, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void keepsMoneyRightHoweverThingsInterleave(Scenario scenario) {
        Found found = new Explorer(scenario, Guard.NONE).search(Limits.ofBuild(STATES));

        print(scenario.name(), found);
        assertThat(found.fault()).isNull();
    }

    static Stream<Arguments> guards() {
        Budgets two = budgets(Kind.START, 2);
        Budgets proof = two.with(Kind.CLOCK, 1).with(Kind.DECISION, 1);
        return Stream.of(
                Arguments.of(
                        Guard.FENCE,
                        collecting("collection", proof.with(Kind.START, 3)).deciding("resolve_not_executed")),
                Arguments.of(Guard.KEY_FIRST, collecting("collection", two.with(Kind.CRASH, 1))),
                Arguments.of(
                        Guard.VERSION,
                        collecting("collection", budgets(Kind.START, 3).with(Kind.DECISION, 2))
                                .deciding("hold", "release")),
                Arguments.of(Guard.LOCK, collecting("collection", two)),
                Arguments.of(Guard.DECIDED, collecting("collection", two.with(Kind.CLOCK, 1))),
                Arguments.of(
                        Guard.PROOF_TIME,
                        collecting("collection", proof.with(Kind.DELAY, 1)).deciding("resolve_not_executed")),
                Arguments.of(
                        Guard.FRESH_INQUIRY, collecting("collection", proof).deciding("resolve_not_executed")),
                Arguments.of(
                        Guard.EVIDENCE_KEY,
                        toppingUp("top-up", proof.with(Kind.LOSS, 1)).deciding("resolve_executed")),
                Arguments.of(Guard.TAKEN, collecting("collection", two.with(Kind.FORGETTING, 1))),
                Arguments.of(Guard.UNKNOWN, payingOut("payout", two.with(Kind.LOSS, 1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guards")
    void noticesThatAGuardIsRemoved(Guard guard, Scenario scenario) {
        Found guarded = new Explorer(scenario, Guard.NONE).search(Limits.ofBuild(3 * STATES));
        Found found = new Explorer(scenario, guard).search(Limits.ofBuild(3 * STATES));

        print(guard + ", removed", found);
        print(guard + ", in place", guarded);
        assertThat(guarded.fault()).isNull();
        assertThat(found.fault()).isNotNull();
        assertThat(new Explorer(scenario, guard).replay(found.fault().choices()))
                .contains(found.fault());
    }

    @Test
    void needsNoFormToRefuseEvidenceThatCameTooSoon() {
        Budgets budgets = budgets(Kind.START, 2).with(Kind.CLOCK, 1).with(Kind.DECISION, 1);
        Scenario scenario = Scenario.from("evidence", payment -> payment.stage() == Stage.PARKED, budgets)
                .afterwards(COLLECTION, Delivery.DELAYED)
                .deciding("resolve_not_executed");

        Found found = new Explorer(scenario, Guard.FORM).search(Limits.ofBuild(STATES));

        print("evidence, past the form", found);
        assertThat(found.fault()).isNull();
    }

    static Stream<Scenario> walks() {
        Budgets much = Stream.of(Kind.CRASH, Kind.LOSS, Kind.DELAY, Kind.REJECTION, Kind.RETURN)
                .reduce(budgets(Kind.START, 15), (budgets, kind) -> budgets.with(kind, 3), (_, last) -> last)
                .with(Kind.DECISION, 5)
                .with(Kind.CLOCK, 8)
                .with(Kind.REFUND, 1);
        return Stream.of(
                collecting("from the collection", much).deciding(ALL),
                trading("from the trade", much).deciding(ALL),
                payingOut("from the payout", much).deciding(ALL),
                unwinding("from the unwind", much).deciding(ALL),
                completed("from its completion", much).deciding(ALL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("walks")
    void endsOrWaitsForAPersonAfterWhateverHappened(Scenario scenario) {
        long first = Long.getLong(
                "portolan.explorer.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));
        System.out.printf("walks %s: seeds %d to %d%n", scenario.name(), first, first + WALKS - 1);
        Explorer explorer = new Explorer(scenario, Guard.NONE);

        for (long seed = first; seed < first + WALKS; seed++) {
            Optional<Fault> fault = explorer.walk(seed, LONGEST_WALK);

            assertThat(fault).as("seed %d", seed).isEmpty();
        }
    }

    private static void print(String name, Found found) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %7d states %8d moves  %-14s %5.1f s%n",
                name,
                found.states(),
                found.steps(),
                found.isWhole() ? "whole" : "depth " + found.depth(),
                found.took().toMillis() / 1000.0);
        if (found.fault() != null) {
            System.out.println(found.fault());
        }
    }

    private static Budgets budgets(Kind kind, int times) {
        return Budgets.NONE.with(kind, times);
    }

    private static Scenario collecting(String name, Budgets budgets) {
        return Scenario.from(name, payment -> true, budgets);
    }

    private static Scenario toppingUp(String name, Budgets budgets) {
        return Scenario.from(name, payment -> payment.isBooked(COLLECTION), budgets);
    }

    private static Scenario trading(String name, Budgets budgets) {
        return Scenario.from(name, payment -> payment.isBooked(TOP_UP), budgets);
    }

    private static Scenario payingOut(String name, Budgets budgets) {
        return Scenario.from(name, payment -> payment.isBooked(TRADE), budgets);
    }

    private static Scenario unwinding(String name, Budgets budgets) {
        return Scenario.from(
                        name,
                        payment -> payment.latest(PAYOUT)
                                .filter(Instruction::isRejected)
                                .isPresent(),
                        budgets)
                .afterwards(PAYOUT, Delivery.REJECTED);
    }

    private static Scenario completed(String name, Budgets budgets) {
        return Scenario.from(name, payment -> payment.stage() == Stage.COMPLETED, budgets);
    }
}
