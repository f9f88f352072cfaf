package io.portolan.domain.payment;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.saga.Windows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A payment with all that was written about it since, for tests that tell a story of it. */
public final class PaymentCase {
    private final List<PaymentChange> changes = new ArrayList<>();
    private Payment payment;
    private Instant now = SamplePayments.NOON;

    private PaymentCase(Payment payment) {
        this.payment = payment;
    }

    public static PaymentCase of(Payment payment) {
        return new PaymentCase(payment);
    }

    public Payment payment() {
        return payment;
    }

    public Instant now() {
        return now;
    }

    public PaymentCase at(Instant time) {
        now = time;
        return this;
    }

    /** Makes a change of the payment as it is. */
    public PaymentCase change(Function<Payment, PaymentChange> change) {
        PaymentChange made = change.apply(payment);
        changes.add(made);
        payment = made.payment();
        return this;
    }

    public PaymentChange last() {
        return changes.getLast();
    }

    /** The key of the first attempt of the newest plan's movement of this kind. */
    public InstructionKey key(MovementKind kind) {
        return SamplePayments.keyOf(payment, kind);
    }

    public PaymentCase begin(InstructionKey key) {
        return change(before -> Transitions.begin(
                before, key, Windows.of(before, before.movementOf(key).kind()), now));
    }

    public PaymentCase hear(InstructionKey key, InquiryResult result) {
        return change(before -> Transitions.recordInquiry(before, key, result, now));
    }

    public PaymentCase book(InstructionKey key) {
        return hear(key, new InquiryResult.Booked("R-1", now, null));
    }

    public PaymentCase reject(InstructionKey key, String code) {
        return hear(key, new InquiryResult.Rejected(Reason.of(code, "as the bank says")));
    }

    public PaymentCase returned(InstructionKey key, long units) {
        Money back = new Money(payment.instruction(key).amount().currency(), units);
        PayoutReturn returned = new PayoutReturn("RET-" + units, back, Reason.of("ac04", "closed"), now);
        return change(before -> Transitions.recordReturn(before, key, returned, now));
    }

    public PaymentCase park(Parking.Kind kind, MovementKind movement) {
        Parking.Cause cause = new Parking.Cause(kind, movement, Reason.of("a_reason", "-"), null);
        return change(before -> Transitions.park(before, cause, now));
    }

    public List<BreakType> breaks() {
        return changes.stream()
                .flatMap(change -> change.findings().stream())
                .map(finding -> finding.found().type())
                .toList();
    }

    /** The names of the entries of the last change, such as {@code booked}. */
    public List<String> lastEntries() {
        return last().entries().stream()
                .map(entry -> entry.key().substring(entry.key().lastIndexOf('/') + 1))
                .toList();
    }

    /** What all changes have posted to this account; a debit is positive. */
    public Money posted(AccountId account) {
        return changes.stream()
                .flatMap(change -> change.entries().stream())
                .map(JournalEntry::postings)
                .flatMap(List::stream)
                .filter(posting -> posting.account().equals(account))
                .map(Posting::amount)
                .reduce(Money.zero(account.currency()), Money::plus);
    }

    /** A letter about this much in minor units. */
    public Evidence letter(InstructionKey key, long units) {
        Money amount = new Money(payment.instruction(key).amount().currency(), units);
        return new Evidence(Evidence.Source.LETTER, "LETTER-1", amount, LocalDate.parse("2026-11-20"));
    }
}
