package io.portolan.domain.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Answer.Witness;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.operations.Recheck.Cause;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecheckTest {
    private static final Instant NOON = SamplePayments.NOON;

    private final InstructionKey key = SamplePayments.keyOf(SamplePayments.cnyToUsd(), MovementKind.COLLECTION);
    private final Recheck rejected = Recheck.first(key, Cause.REJECTED, NOON);

    @Test
    void asksAgainMoreAndMoreSlowlyAndThenNoMore() {
        List<Duration> rounds = new ArrayList<>();
        for (Optional<Recheck> next = Optional.of(rejected);
                next.isPresent();
                next = next.get().answered(next.get().dueAt())) {
            rounds.add(Duration.between(NOON, next.get().dueAt()));
        }

        assertThat(rounds)
                .containsExactly(
                        Duration.ofHours(1),
                        Duration.ofHours(6),
                        Duration.ofDays(1),
                        Duration.ofDays(2),
                        Duration.ofDays(4),
                        Duration.ofDays(8));
    }

    @Test
    void leavesOutRoundsWhoseTimeIsOver() {
        Instant afterAnOutage = NOON.plus(Duration.ofDays(3));

        assertThat(rejected.answered(afterAnOutage).map(Recheck::dueAt)).contains(NOON.plus(Duration.ofDays(4)));
    }

    @Test
    void asksOnceAfterACallback() {
        Recheck callback = Recheck.first(key, Cause.CALLBACK, NOON);

        assertThat(callback.dueAt()).isEqualTo(NOON);
        assertThat(callback.answered(NOON)).isEmpty();
    }

    @Test
    void waitsLongerAfterEachFailureAndStaysInItsRound() {
        Recheck once = rejected.failed(NOON).orElseThrow();
        Recheck twice = once.failed(NOON).orElseThrow();

        assertThat(once.dueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        assertThat(twice.dueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        assertThat(twice.round()).isZero();
        assertThat(twice.answered(NOON).map(Recheck::failures)).contains(0);
    }

    @Test
    void givesUpAfterTwentyFailuresWithinAFewDays() {
        int failures = 0;
        Recheck last = rejected;
        for (Optional<Recheck> next = Optional.of(rejected); next.isPresent(); failures++) {
            last = next.get();
            next = last.failed(last.dueAt());
        }

        assertThat(failures).isEqualTo(20);
        assertThat(Duration.between(NOON, last.dueAt())).isBetween(Duration.ofDays(4), Duration.ofDays(8));
    }

    @Test
    void isMadeForWhatWasRejectedProvenByEvidenceOrReturned() {
        assertThat(Cause.of(BookingStatus.REJECTED, SettlementStatus.UNSETTLED, Witness.BANK))
                .contains(Cause.REJECTED);
        assertThat(Cause.of(BookingStatus.REJECTED, SettlementStatus.UNSETTLED, Witness.EVIDENCE))
                .contains(Cause.EVIDENCE);
        assertThat(Cause.of(BookingStatus.BOOKED, SettlementStatus.SETTLED, Witness.EVIDENCE))
                .contains(Cause.EVIDENCE);
        assertThat(Cause.of(BookingStatus.BOOKED, SettlementStatus.RETURNED, Witness.EVIDENCE))
                .contains(Cause.RETURNED);
    }

    @Test
    void isNotMadeForWhatIsOpenOrBookedByTheBank() {
        for (BookingStatus open : List.of(BookingStatus.INSTRUCTED, BookingStatus.UNKNOWN, BookingStatus.BOOKED)) {
            assertThat(Cause.of(open, SettlementStatus.UNSETTLED, Witness.BANK)).isEmpty();
        }
    }
}
