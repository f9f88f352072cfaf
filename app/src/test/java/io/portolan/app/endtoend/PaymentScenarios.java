package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.PlanCost;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A payment is paid out abroad, and refunded when it is rejected there: the same on every database. */
abstract class PaymentScenarios {
    static final Duration LIMIT = Duration.ofSeconds(40);

    private final EnvironmentExtension environment;

    PaymentScenarios(EnvironmentExtension environment) {
        this.environment = environment;
    }

    @Test
    void paysAndSettlesEveryLeg() throws Exception {
        PaymentId id = environment.merchant().pay(Purchase.inDollars("PAID"));

        JsonNode payment = environment.merchant().awaitSettled(id, LIMIT);

        assertThat(payment.get("legs")).hasSize(3).allSatisfy(PaymentScenarios::assertBothFlowsInOrder);
        assertThat(environment.records().entries(id)).hasSizeGreaterThanOrEqualTo(5);
        environment.records().assertBalanced(id);
        environment.records().assertMovedOnceAsPlanned(id);
        environment.records().assertAmountsAgree(id);
        environment.records().assertBooksBalance();
    }

    @Test
    void refundsWhenThePayoutIsRejected() throws Exception {
        PaymentId id = environment.merchant().pay(Purchase.inDollars("REFUNDED").toAccountEnding("0001"));

        JsonNode payment = environment.merchant().awaitStatus(id, "refunded", LIMIT);

        assertThat(payment.at("/reason/code").asString()).isEqualTo("ac04");
        assertThat(payment.get("refunded")).isEqualTo(payment.get("source"));
        environment
                .records()
                .assertMovedOnce(
                        id,
                        "B-CNY +collection/1",
                        "B-CNY -top-up/1",
                        "D-CNY +top-up/1",
                        "D-CNY -trade/1",
                        "D-USD +trade/1",
                        "D-USD -reversal/1",
                        "D-CNY +reversal/1",
                        "D-CNY -top-up-return/1",
                        "B-CNY +top-up-return/1",
                        "B-CNY -refund/1");
        assertThat(environment.merchant().events(id))
                .containsSubsequence(
                        "payment.trade.booked",
                        "payment.payout.rejected",
                        "payment.reversal.booked",
                        "payment.refund.booked",
                        "payment.refunded");
        assertLossIsBookedAndShown(id);
        environment.records().assertBalanced(id);
        environment.records().assertBooksBalance();
    }

    /** Selling back what was bought costs the dealer's spread; in this corridor the house bears it. */
    private void assertLossIsBookedAndShown(PaymentId id) throws Exception {
        PlanCost cost = Objects.requireNonNull(
                environment.records().payment(id).state().plans().getLast().cost());
        assertThat(cost.fxResult().isNegative()).isTrue();
        Stream<Money> losses = environment.records().entries(id).stream()
                .map(PostedEntry::postings)
                .flatMap(lines -> lines.stream().filter(line -> line.account().kind() == AccountKind.FX_LOSS))
                .map(PostedEntry.AccountPosting::amount);
        assertThat(losses).containsExactly(cost.fxResult().negated());
        try (ConsoleClient console = ConsoleClient.logIn(environment.running())) {
            assertThat(console.page(id)).contains("FX_LOSS").contains("ac04");
        }
    }

    private static void assertBothFlowsInOrder(JsonNode leg) {
        assertThat(leg.get("booking").asString()).isEqualTo("booked");
        assertThat(leg.get("settlement").asString()).isEqualTo("settled");
        Instant booked = Instant.parse(leg.get("booked_at").asString());
        assertThat(Instant.parse(leg.get("settled_at").asString())).isAfterOrEqualTo(booked);
    }
}
