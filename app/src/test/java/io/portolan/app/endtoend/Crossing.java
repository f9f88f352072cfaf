package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.UnwindPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A payment crosses the border, and comes back when it is refused: the same on every set of parts. */
abstract class Crossing {
    static final Duration LIMIT = Duration.ofSeconds(40);

    private final WholeWorld world;

    Crossing(WholeWorld world) {
        this.world = world;
    }

    @Test
    void crossesTheBorderAndSettlesBothFlows() throws Exception {
        PaymentId id = world.checkout().pay(Purchase.inDollars("CROSSES"));

        JsonNode payment = world.checkout().awaitSettled(id, LIMIT);

        assertThat(payment.get("legs")).hasSize(3).allSatisfy(Crossing::assertBothFlowsInOrder);
        assertThat(world.witness().entries(id)).hasSizeGreaterThanOrEqualTo(5);
        world.witness().assertBalanced(id);
        world.witness().assertMovedOnceAsPlanned(id);
        world.witness().assertAmountsAgree(id);
        world.witness().assertBooksBalance();
    }

    @Test
    void comesBackWhenThePayoutIsRejected() throws Exception {
        PaymentId id = world.checkout().pay(Purchase.inDollars("COMES-BACK").toAccountEnding("0001"));

        JsonNode payment = world.checkout().awaitStatus(id, "refunded", LIMIT);

        assertThat(payment.at("/reason/code").asString()).isEqualTo("ac04");
        assertThat(payment.get("refunded")).isEqualTo(payment.get("source"));
        world.witness()
                .assertMovedOnce(
                        id,
                        "B-CNY +collection/1",
                        "B-CNY -top-up/1",
                        "D-CNY +top-up/1",
                        "D-CNY -conversion/1",
                        "D-USD +conversion/1",
                        "D-USD -reversal/1",
                        "D-CNY +reversal/1",
                        "B-CNY -refund/1");
        assertThat(world.checkout().events(id))
                .containsSubsequence(
                        "payment.conversion.booked",
                        "payment.payout.rejected",
                        "payment.reversal.booked",
                        "payment.refund.booked",
                        "payment.refunded");
        assertLossIsBookedAndShown(id);
        world.witness().assertBalanced(id);
        world.witness().assertBooksBalance();
    }

    /** Selling back what was bought costs the dealer's spread; in this corridor the house bears it. */
    private void assertLossIsBookedAndShown(PaymentId id) throws Exception {
        UnwindPlan plan =
                Objects.requireNonNull(world.witness().payment(id).progress().plan());
        assertThat(plan.fxResult().isNegative()).isTrue();
        Stream<Money> losses = world.witness().entries(id).stream()
                .map(PostedEntry::lines)
                .flatMap(lines -> lines.stream().filter(line -> line.account().kind() == AccountKind.FX_LOSS))
                .map(PostedEntry.Line::amount);
        assertThat(losses).containsExactly(plan.fxResult().negated());
        try (OperatorConsole console = OperatorConsole.logIn(world.parts())) {
            assertThat(console.page(id)).contains("FX_LOSS").contains("ac04");
        }
    }

    private static void assertBothFlowsInOrder(JsonNode leg) {
        assertThat(leg.get("information").asString()).isEqualTo("booked");
        assertThat(leg.get("funds").asString()).isEqualTo("settled");
        Instant booked = Instant.parse(leg.get("booked_at").asString());
        assertThat(Instant.parse(leg.get("settled_at").asString())).isAfterOrEqualTo(booked);
    }
}
