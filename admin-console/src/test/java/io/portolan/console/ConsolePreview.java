package io.portolan.console;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionPolicy;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.MovementKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The console over payments in every stage, to look at in a browser. Log in as {@code ada} (operator) or {@code vic}
 * (viewer).
 */
@EnableAutoConfiguration
public class ConsolePreview extends ConsoleTestApplication {
    private static final DecisionPolicy POLICY = new DecisionPolicy(Set.of(), ConsoleFixture.LAPSES_AFTER);

    /** Serves on the port given, until stopped. */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(ConsolePreview.class);
        application.setDefaultProperties(
                Map.of("server.port", args.length == 0 ? "8099" : args[0], "server.address", "127.0.0.1"));
        ConsoleFixture fixture = application.run().getBean(ConsoleFixture.class);
        addPayments(fixture, Instant.now());
        keepAddingPayments(fixture);
    }

    @Override
    @Bean
    Clock clock(ConsoleFixture fixture) {
        return Clock.systemUTC();
    }

    @Override
    @Bean
    ConsoleSettings settings() {
        return new ConsoleSettings("Temporal dev server", TEMPORAL_LINK, Duration.ofHours(4), 20);
    }

    /** One payment in each situation, then some that completed. */
    public static void addPayments(ConsoleFixture fixture, Instant now) {
        for (int i = 0; i < 30; i++) {
            fixture.newPaymentAt("ORD-09" + (10 + i), now.minus(Duration.ofHours(80 - i)))
                    .complete();
        }
        addExceptions(fixture, now);
        fixture.alerts.raise(Alert.of(
                "NOSTRO:B:CNY",
                "Line 17 does not follow from line 16: the balance before it is 7,200.00 and should be 7,100.00. "
                        + "The account is frozen.",
                now.minus(Duration.ofMinutes(12))));
        addUnwound(fixture, now);
        addRunning(fixture, now);
        Instant threeDaysAgo = now.minus(Duration.ofDays(3));
        PaymentScenario.of(fixture, TestOrders.accepted("ORD-1019", "98000.00", "CNY/JPY", "21.7304", threeDaysAgo))
                .complete();
        PaymentScenario.of(fixture, TestOrders.accepted("ORD-1020", "25000.00", "CNY/KWD", "0.04245", threeDaysAgo))
                .complete();
    }

    private static void addExceptions(ConsoleFixture fixture, Instant now) {
        fixture.newPaymentAt("ORD-1001", now.minus(Duration.ofHours(7)))
                .convert()
                .parkForRepair(Duration.ofDays(2));
        PaymentScenario unknown = fixture.newPaymentAt("ORD-1002", now.minus(Duration.ofMinutes(95)))
                .convert();
        unknown.parkUnknown(MovementKind.PAYOUT);
        fixture.newPaymentAt("ORD-1003", now.minus(Duration.ofMinutes(30))).parkUnknown(MovementKind.COLLECTION);
        PaymentScenario rejected = fixture.newPaymentAt("ORD-1004", now.minus(Duration.ofHours(26)))
                .convert()
                .reject(MovementKind.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .startUnwind(PaymentScenario.ACCOUNT_CLOSED, "7.15")
                .book(MovementKind.REVERSAL)
                .book(MovementKind.TOP_UP_RETURN)
                .parkStuck(MovementKind.REFUND);
        fixture.newPaymentAt("ORD-1005 <script>alert(1)</script> with a long reference", now.minus(Duration.ofHours(9)))
                .book(MovementKind.COLLECTION)
                .instruct(MovementKind.TOP_UP);
        fixture.newPaymentAt("ORD-1015", now.minus(Duration.ofMinutes(40)))
                .book(MovementKind.COLLECTION)
                .parkShort(MovementKind.TOP_UP, Duration.ofHours(1));
        fixture.newPaymentAt("ORD-1016", now.minus(Duration.ofMinutes(50)))
                .book(MovementKind.COLLECTION)
                .hold("The merchant is being looked into");
        fixture.newPaymentAt("ORD-1017", now.minus(Duration.ofMinutes(55)))
                .convert()
                .reject(MovementKind.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .recordInquiry(MovementKind.PAYOUT, new InquiryResult.Booked("PX-17", now, null));
        addDecisions(fixture, unknown, rejected, now);
    }

    /** A refusal on record, and evidence that waits for a second person. */
    private static void addDecisions(
            ConsoleFixture fixture, PaymentScenario unknown, PaymentScenario rejected, Instant now) {
        Instant asked = now.minus(Duration.ofHours(3));
        RecordedDecision retry = POLICY.recorded(new Decision.Retry(new DecisionHeader(
                DecisionHeader.nextId(),
                rejected.id(),
                "ada",
                "The buyer says the account has been reopened",
                1,
                asked)));
        fixture.decisions.add(retry);
        fixture.decisions.end(
                rejected.id(),
                retry.decision().header().id(),
                Ending.refused("the payment has moved on since it was looked at", "version 14, PARKED", asked));
        Payment payment = unknown.payment();
        Evidence evidence = new Evidence(
                Evidence.Source.STATEMENT_LINE, "STMT-17", payment.destination(), LocalDate.parse("2026-11-21"));
        DecisionHeader header = new DecisionHeader(
                DecisionHeader.nextId(),
                payment.id(),
                "bob",
                "Line 17 of the statement of 21 November",
                payment.version(),
                now.minus(Duration.ofMinutes(20)));
        fixture.decisions.add(POLICY.recorded(new Decision.ResolveExecuted(
                header, payment.openInstruction().orElseThrow().key(), evidence)));
    }

    private static void addUnwound(ConsoleFixture fixture, Instant now) {
        fixture.newPaymentAt("ORD-1006", now.minus(Duration.ofHours(2)))
                .convert()
                .reject(MovementKind.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .startUnwind(PaymentScenario.ACCOUNT_CLOSED, "7.16")
                .instruct(MovementKind.REVERSAL);
        fixture.newPaymentAt("ORD-1007", now.minus(Duration.ofHours(5)))
                .convert()
                .reject(MovementKind.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .startUnwind(PaymentScenario.ACCOUNT_CLOSED, "7.25")
                .book(MovementKind.REVERSAL)
                .book(MovementKind.TOP_UP_RETURN)
                .book(MovementKind.REFUND)
                .settle(MovementKind.COLLECTION)
                .settle(MovementKind.REFUND);
        fixture.newPaymentAt("ORD-1008", now.minus(Duration.ofMinutes(50))).fail();
        fixture.newPaymentAt("ORD-1009", now.minus(Duration.ofMinutes(20))).cancel();
        PaymentScenario returned =
                fixture.newPaymentAt("ORD-1010", now.minus(Duration.ofDays(3))).complete();
        Money destination = returned.payment().price().destination();
        returned.returnPayout(destination.minus(Money.of(destination.currency(), 2_500)))
                .startUnwind(PaymentScenario.ACCOUNT_CLOSED, "7.19");
    }

    private static void addRunning(ConsoleFixture fixture, Instant now) {
        fixture.newPaymentAt("ORD-1011", now.minus(Duration.ofSeconds(12)))
                .convert()
                .instruct(MovementKind.PAYOUT);
        fixture.newPaymentAt("ORD-1012", now.minus(Duration.ofSeconds(9)))
                .book(MovementKind.COLLECTION)
                .book(MovementKind.TOP_UP)
                .instruct(MovementKind.TRADE);
        Party iban = new Party("Müller & Söhne GmbH", new AccountNumber.Iban("DE89370400440532013000"), null);
        Instant fourSecondsAgo = now.minus(Duration.ofSeconds(4));
        PaymentScenario.of(
                        fixture,
                        TestOrders.accepted(
                                "ORD-1013",
                                iban,
                                TestOrders.price("1234567.89", "CNY/EUR", "0.12871", fourSecondsAgo),
                                fourSecondsAgo))
                .instruct(MovementKind.COLLECTION);
        fixture.newPaymentAt("ORD-1014", now.minus(Duration.ofSeconds(1)));
    }

    /** Another payment every few seconds, so that there is something to see without reloading. */
    private static void keepAddingPayments(ConsoleFixture fixture) {
        Thread.ofPlatform().name("preview").start(() -> {
            for (int i = 1100; i < 1200; i++) {
                PaymentScenario scenario = fixture.newPaymentAt("ORD-" + i, Instant.now());
                LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
                scenario.convert().book(MovementKind.PAYOUT);
            }
        });
    }
}
