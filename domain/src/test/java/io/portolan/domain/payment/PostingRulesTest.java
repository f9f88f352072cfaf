package io.portolan.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.ids.Step;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostingRulesTest {
    private static final Reason CLOSED = Reason.of("ac04", "account closed");

    private static final List<Step> FORWARD = List.of(Step.COLLECTION, Step.TOP_UP, Step.CONVERSION, Step.PAYOUT);

    private final List<JournalEntry> book = new ArrayList<>();
    private Payment payment = SamplePayments.cnyToUsd();

    @Test
    void aCompletedPaymentLeavesOnlyTheFeeAndTheMovedMoney() {
        forwardTo(Step.PAYOUT);

        assertThat(balances())
                .containsExactly(Map.entry("FEE_INCOME:house:CNY", -3_600L), Map.entry("NOSTRO:B:CNY", 3_600L));
        assertThat(book).hasSizeGreaterThanOrEqualTo(5);
        assertThat(payment.stage()).isEqualTo(Stage.COMPLETED);
    }

    @Test
    void aRejectedPayoutGivesTheBuyerEverythingAndTheHouseTheLoss() {
        forwardTo(Step.CONVERSION);
        apply(Transitions.begin(payment, Step.PAYOUT, SamplePayments.NOON));
        reject(Step.PAYOUT);

        unwind("7.19");

        long recovered = 99_450L * 719 / 100;
        assertThat(balances()).containsEntry("FX_LOSS:house:CNY", 716_400L - recovered);
        assertThat(payment.refunded()).isEqualTo(payment.price().source());
        assertThat(payable()).isZero();
    }

    @Test
    void aReturnAfterCompletionTakesTheFeeBackAndUnwindsWhatReallyCame() {
        forwardTo(Step.PAYOUT);
        Money back = Money.of(Currency.of("USD"), 98_456);
        apply(Transitions.recordReturn(
                payment, new PayoutReturn("R1", back, CLOSED, SamplePayments.NOON), SamplePayments.NOON));

        unwind("7.19");

        assertThat(payment.stage()).isEqualTo(Stage.RETURNED);
        assertThat(balances()).doesNotContainKey("FEE_INCOME:house:CNY");
        assertThat(payable()).isZero();
    }

    @Test
    void aRejectedRefundBecomesADebtToTheBuyerUntilAnotherSucceeds() {
        forwardTo(Step.COLLECTION);
        apply(Transitions.recordUnwindPlan(
                payment, UnwindPricing.price(payment, CLOSED, null, SamplePayments.NOON), SamplePayments.NOON));
        apply(Transitions.begin(payment, Step.REFUND, SamplePayments.NOON));
        reject(Step.REFUND);
        assertThat(balances()).containsEntry("UNCLAIMED_REFUND:acme:CNY", -720_000L);

        apply(Transitions.nextAttempt(payment, Step.REFUND, SamplePayments.NOON));
        book(Step.REFUND);

        assertThat(balances()).isEmpty();
        assertThat(payment.stage()).isEqualTo(Stage.RETURNED);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Random lives in random currencies: whoever bears the loss, an ended payment owes nobody anything and every position is closed. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEndedPaymentOwesNothingAndHoldsNoPosition(long seed) {
        Random random = new Random(seed);
        payment = sample(random);
        int reach = random.nextInt(4);
        forwardTo(FORWARD.get(reach));
        if (reach == 3 && random.nextBoolean()) {
            Money back = Money.of(
                    payment.price().destination().currency(),
                    1 + random.nextLong(payment.price().destination().minorUnits()));
            apply(Transitions.recordReturn(
                    payment, new PayoutReturn("R", back, CLOSED, SamplePayments.NOON), SamplePayments.NOON));
        }
        if (payment.stage() != Stage.COMPLETED) {
            unwind(inverse(random));
        }

        assertThat(payable()).isZero();
        assertThat(balances().keySet())
                .noneMatch(code -> code.startsWith("FX_POSITION") || code.startsWith("IN_TRANSIT"));
        assertThat(new HashSet<>(book.stream().map(JournalEntry::key).toList())).hasSameSizeAs(book);
    }

    private static Payment sample(Random random) {
        LossBearer bearer = List.of(LossBearer.values()).get(random.nextInt(3));
        long units = 100_000 + random.nextLong(100_000_000);
        return switch (random.nextInt(3)) {
            case 0 -> SamplePayments.accepted("0.13882", "CNY", units, "USD", bearer);
            case 1 -> SamplePayments.accepted("20.51", "CNY", units, "JPY", bearer);
            default -> SamplePayments.accepted("0.04271", "CNY", units, "KWD", bearer);
        };
    }

    private String inverse(Random random) {
        String fair = switch (payment.price().destination().currency().code()) {
            case "USD" -> "7.2";
            case "JPY" -> "0.0487";
            default -> "23.4";
        };
        return fair + random.nextInt(10);
    }

    private void forwardTo(Step last) {
        for (Step step : FORWARD) {
            if (step.compareTo(last) <= 0) {
                apply(Transitions.begin(payment, step, SamplePayments.NOON));
                book(step);
            }
        }
    }

    private void unwind(String rateBack) {
        FirmRate reversal = UnwindPricing.amountToSell(payment)
                .map(sell -> SamplePayments.firm(
                        rateBack, sell, payment.price().source().currency()))
                .orElse(null);
        apply(Transitions.recordUnwindPlan(
                payment, UnwindPricing.price(payment, CLOSED, reversal, SamplePayments.NOON), SamplePayments.NOON));
        for (Step step : payment.state().unwindPlan().steps()) {
            List<JournalEntry> promised = UnwindPricing.entriesAhead(payment);
            apply(Transitions.begin(payment, step, SamplePayments.NOON));
            book(step);
            assertThat(promised).as("the plan lists what is posted").contains(book.get(book.size() - 2));
        }
    }

    private void book(Step step) {
        InquiryResult booked =
                new InquiryResult.Booked("ref-" + step, SamplePayments.NOON, SamplePayments.NOON.plusSeconds(60));
        apply(Transitions.recordInquiry(
                payment, payment.latest(step).orElseThrow().key(), booked, SamplePayments.NOON));
    }

    private void reject(Step step) {
        apply(Transitions.recordInquiry(
                payment,
                payment.latest(step).orElseThrow().key(),
                new InquiryResult.Rejected(CLOSED),
                SamplePayments.NOON));
    }

    private void apply(PaymentChange change) {
        book.addAll(change.entries());
        payment = change.payment();
    }

    private Map<String, Long> balances() {
        TreeMap<String, Long> balances = new TreeMap<>();
        book.stream()
                .flatMap(entry -> entry.postings().stream())
                .forEach(posting -> balances.merge(
                        posting.account().code(), posting.amount().minorUnits(), Long::sum));
        balances.values().removeIf(balance -> balance == 0);
        return balances;
    }

    private long payable() {
        return balances().entrySet().stream()
                .filter(balance -> AccountId.parse(balance.getKey()).kind() == AccountKind.PAYABLE)
                .mapToLong(Map.Entry::getValue)
                .map(Math::abs)
                .sum();
    }
}
