package io.portolan.domain.walk;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.corridor.UnwindPolicy;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.saga.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** A payment on its walk, with its book, its clock and its last steps. Each change is checked as it is made. */
final class WalkedPayment {
    private static final int STEPS_SHOWN = 40;

    private final PaymentBook book = new PaymentBook();
    private final Deque<String> steps = new ArrayDeque<>();
    private Payment payment;
    private Instant now = SamplePayments.NOON;

    WalkedPayment(Payment accepted) {
        payment = accepted;
    }

    Payment payment() {
        return payment;
    }

    Instant now() {
        return now;
    }

    PaymentBook book() {
        return book;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    void advanceTo(Instant time) {
        now = time.isAfter(now) ? time : now;
    }

    void inquired(InstructionKey key, InquiryResult result) {
        note(key.movement() + " of plan " + key.plan() + ": " + result);
        apply(Transitions.recordInquiry(payment, key, result, now));
    }

    /** Makes the change, and looks whether everything still holds that always has to. */
    void apply(PaymentChange change) {
        Payment before = payment;
        payment = change.payment();
        change.events().forEach(event -> note(event.type() + " " + event.data()));
        change.findings().forEach(finding -> note("break " + finding.found().type()));
        change.entries().forEach(book::post);
        WalkRules.check(before, payment);
        Progress.of(payment, now);
        if (payment.stage().isTerminal()) {
            WalkRules.checkEnded(payment, book);
        }
        if (payment.route().unwindPolicy() == UnwindPolicy.SELL_BACK) {
            WalkRules.checkNoPosition(book);
        }
    }

    void note(String step) {
        steps.add(now + " " + step);
        if (steps.size() > STEPS_SHOWN) {
            steps.removeFirst();
        }
    }

    /** How it came here, and where it is. */
    String story() {
        StringBuilder story = new StringBuilder(payment + " " + payment.route().lossBearer() + " "
                + payment.route().unwindPolicy() + " version " + payment.version() + "\n");
        steps.forEach(step -> story.append("  ").append(step).append('\n'));
        for (Instruction each : payment.state().instructions()) {
            story.append("  ")
                    .append(each.kind())
                    .append(' ')
                    .append(each.key())
                    .append(' ');
            story.append(each.amount()).append(' ').append(each.answer()).append(' ');
            story.append(each.funds()).append('\n');
        }
        payment.state()
                .plans()
                .forEach(plan ->
                        story.append("  plan " + plan.number() + " " + plan.purpose() + " " + plan.status() + '\n'));
        return story.append("  ").append(payment.state().parking()).toString();
    }
}
