package io.portolan.activities;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.plan.MovementKind;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What happens to a payment that ends in one way or another, told so that the worker may die at any time. */
record Story(String name, Consumer<Telling> course) {
    private static final Reason WRONG_ACCOUNT = Reason.of("ac01", "wrong account");
    private static final Reason CLOSED = Reason.of("ac04", "account closed");

    static Stream<Story> all() {
        return Stream.of(withoutPeople(), withEvidence(), afterwards()).flatMap(each -> each);
    }

    private static Stream<Story> withoutPeople() {
        return Stream.of(
                new Story("completed", Telling::drive),
                new Story("replies lost", story -> {
                    for (MovementKind kind : MovementKind.values()) {
                        story.bench().orders.losesReply(kind);
                    }
                    story.drive();
                }),
                new Story("orders lost", story -> {
                    for (MovementKind kind : MovementKind.values()) {
                        story.bench().orders.losesOrder(kind);
                    }
                    story.drive();
                }),
                new Story("failed", story -> {
                    story.bench().orders.rejects(MovementKind.COLLECTION, Reason.of("insufficient_funds", "no money"));
                    story.drive();
                }),
                new Story("traded with the second dealer", story -> {
                    story.bench().orders.rejects(MovementKind.TRADE, Reason.of("credit_limit", "too much"));
                    story.drive();
                }),
                new Story("completed after a shortage", story -> {
                    story.bench()
                            .orders
                            .rejects(MovementKind.TOP_UP, Reason.of("insufficient_funds", "our account is short"));
                    story.drive();
                }),
                new Story("unwound", story -> {
                    story.bench().orders.rejects(MovementKind.PAYOUT, CLOSED);
                    story.drive();
                }));
    }

    private static Stream<Story> withEvidence() {
        return Stream.of(
                new Story("completed by evidence", story -> {
                    ActivitiesUnderTest bench = story.bench();
                    takeAndNeverDecide(bench);
                    story.drive();
                    story.decisions()
                            .approve(story.decisions()
                                    .executed(bench.latest(MovementKind.PAYOUT).key()));
                    story.drive();
                }),
                new Story("unwound by evidence", story -> {
                    ActivitiesUnderTest bench = story.bench();
                    takeAndNeverDecide(bench);
                    story.drive();
                    story.decisions()
                            .approve(story.decisions()
                                    .notExecuted(
                                            bench.latest(MovementKind.PAYOUT).key()));
                    story.drive();
                }));
    }

    private static Stream<Story> afterwards() {
        return Stream.of(
                new Story("paid to a corrected payee", story -> {
                    ActivitiesUnderTest bench = story.bench();
                    bench.orders.rejects(MovementKind.PAYOUT, WRONG_ACCOUNT);
                    story.driveUntilItWaits();
                    story.correctPayee();
                    story.drive();
                }),
                new Story("returned short and paid again", story -> {
                    story.drive();
                    story.bench().returnPayout(98_455, WRONG_ACCOUNT);
                    story.driveUntilItWaits();
                    story.correctPayee();
                    story.drive();
                }),
                new Story("returned short and unwound", story -> {
                    story.drive();
                    story.bench().returnPayout(98_455, CLOSED);
                    story.drive();
                }),
                new Story("refunded in parts", story -> {
                    story.drive();
                    story.bench().requestRefund(200_000);
                    story.drive();
                    story.bench().requestRefund(300_000);
                    story.bench().requestRefund(220_000);
                    story.drive();
                }));
    }

    private static void takeAndNeverDecide(ActivitiesUnderTest bench) {
        bench.orders.replies(MovementKind.PAYOUT, new Submission.Taken("P42"), new InquiryResult.Pending("P42"));
    }

    /** Tells it of this payment: {@code toRest} drives it on and lets the time pass that it waits for, {@code untilItWaits} only drives it on. */
    void tell(ActivitiesUnderTest bench, Runnable toRest, Runnable untilItWaits) {
        course.accept(new Telling(bench, toRest, untilItWaits));
    }

    @Override
    public String toString() {
        return name;
    }

    /** One payment's course. */
    private record Telling(ActivitiesUnderTest bench, Runnable toRest, Runnable untilItWaits) {
        void drive() {
            toRest.run();
        }

        void driveUntilItWaits() {
            untilItWaits.run();
        }

        DecisionsUnderTest decisions() {
            return new DecisionsUnderTest(bench);
        }

        void correctPayee() {
            decisions().approve(decisions().correctedPayee());
        }
    }
}
