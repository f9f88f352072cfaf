package io.portolan.console.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ConsoleTest
class WhatHappensNextTest {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsoleFixture fixture;

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    static Stream<Arguments> everyStage() {
        return Stream.of(forward(), ended(), parked()).flatMap(each -> each);
    }

    private static Stream<Arguments> forward() {
        return Stream.of(
                situation("Accepted", "is waiting for its workflow to start", scenario -> scenario),
                situation("Collecting", "was sent to bank B", scenario -> scenario.instruct(MovementKind.COLLECTION)),
                situation(
                        "Collecting",
                        "The top-up of 7,164.00 CNY is about to be sent to bank B",
                        scenario -> scenario.book(MovementKind.COLLECTION)),
                situation(
                        "Converting",
                        "The trade of 7,164.00 CNY is about to be sent to bank D",
                        scenario -> scenario.book(MovementKind.COLLECTION).book(MovementKind.TOP_UP)),
                situation(
                        "Converting",
                        "The trade of 7,164.00 CNY was rejected by bank D",
                        scenario -> scenario.book(MovementKind.COLLECTION)
                                .book(MovementKind.TOP_UP)
                                .reject(MovementKind.TRADE, PaymentScenario.ACCOUNT_CLOSED)),
                situation(
                        "Paying out",
                        "The payout of 994.50 USD was sent",
                        scenario -> scenario.convert().instruct(MovementKind.PAYOUT)),
                situation(
                        "Completed",
                        "has not settled yet",
                        scenario -> scenario.convert().book(MovementKind.PAYOUT)),
                situation("Completed", "If the payee\u2019s bank returns", PaymentScenario::complete),
                situation(
                        "Paying out",
                        "The next plan is being made from what is proven",
                        scenario -> scenario.complete()
                                .returnPayout(scenario.payment().destination())));
    }

    private static Stream<Arguments> ended() {
        return Stream.of(
                situation(
                        "Unwinding",
                        "The reversal of 994.50 USD is about to be sent",
                        WhatHappensNextTest::startUnwind),
                situation(
                        "Returned",
                        "The buyer was refunded 7,200.00 CNY",
                        scenario -> startUnwind(scenario)
                                .book(MovementKind.REVERSAL)
                                .book(MovementKind.TOP_UP_RETURN)
                                .book(MovementKind.REFUND)),
                situation("Failed", "No money moved", PaymentScenario::fail),
                situation("Cancelled", "before any money moved", PaymentScenario::cancel),
                situation("Accepted", "Cancellation has been requested", PaymentScenario::requestCancel));
    }

    private static Stream<Arguments> parked() {
        return Stream.of(
                situation(
                        "Parked",
                        "neither sent again nor unwound",
                        scenario -> scenario.convert().parkUnknown(MovementKind.PAYOUT)),
                situation(
                        "Parked",
                        "If that has not happened by 22 Nov 2026 11:50:14 UTC, the payment is unwound.",
                        scenario -> scenario.convert().parkForRepair(Duration.ofDays(1))),
                situation(
                        "Parked",
                        "The top-up is tried again by itself at 21 Nov 2026 12:50:08 UTC.",
                        scenario -> scenario.book(MovementKind.COLLECTION)
                                .parkShort(MovementKind.TOP_UP, Duration.ofHours(1))),
                situation(
                        "Parked",
                        "Nothing until an operator retries the payout or unwinds the payment.",
                        scenario -> scenario.convert().parkStuck(MovementKind.PAYOUT)),
                situation(
                        "Parked",
                        "Nothing until an operator retries the refund.",
                        scenario -> startUnwind(scenario)
                                .book(MovementKind.REVERSAL)
                                .book(MovementKind.TOP_UP_RETURN)
                                .parkStuck(MovementKind.REFUND)),
                situation(
                        "Collecting",
                        "Held by ada: nothing new is instructed until the payment is released.",
                        scenario -> scenario.book(MovementKind.COLLECTION).hold("the merchant is being looked into")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyStage")
    void showsTheStageAndWhatHappensNext(String stage, String next, UnaryOperator<PaymentScenario> steps) {
        String page = page(steps.apply(fixture.newPayment("ORD-1001")));

        assertThat(page).contains("ORD-1001 " + stage + " Merchant sees", next);
        assertThat(page)
                .contains("What happens next", "Booking and settlement", "Ledger entries", "Bank calls", "Timeline");
    }

    private static PaymentScenario startUnwind(PaymentScenario scenario) {
        return scenario.convert()
                .reject(MovementKind.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .startUnwind(PaymentScenario.ACCOUNT_CLOSED, "7.15");
    }

    private static Arguments situation(String stage, String next, UnaryOperator<PaymentScenario> steps) {
        return Arguments.of(stage, next, steps);
    }

    private String page(PaymentScenario scenario) {
        return PageText.visibleText(html(scenario));
    }

    private String html(PaymentScenario scenario) {
        return PageText.html(mvc.get()
                .uri("/console/payments/{id}", scenario.id())
                .with(TestUsers.viewer())
                .exchange());
    }
}
