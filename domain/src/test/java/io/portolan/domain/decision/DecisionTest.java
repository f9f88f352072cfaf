package io.portolan.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.SamplePayments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final DecisionHeader HEADER =
            new DecisionHeader(DecisionHeader.nextId(), PaymentId.next(), "li.na", "because", 3, SamplePayments.NOON);

    @Test
    void theSameSentLaterIsARepeat() {
        List<Decision> first = everyKind(HEADER, 1);
        List<Decision> later = everyKind(HEADER.madeAt(Instant.MAX), 1);

        assertThat(first).extracting(Decision::kind).containsExactlyInAnyOrder(DecisionKind.values());
        for (int i = 0; i < first.size(); i++) {
            assertThat(later.get(i).isRepeatOf(first.get(i))).isTrue();
            assertThat(later.get(i)).isNotEqualTo(first.get(i));
        }
    }

    @Test
    void anotherContentIsNoRepeat() {
        List<Decision> first = everyKind(HEADER, 1);
        List<Decision> other = everyKind(HEADER, 2);

        for (int i = 0; i < first.size(); i++) {
            assertThat(other.get(i).isRepeatOf(first.get(i)))
                    .isEqualTo(other.get(i).equals(first.get(i)));
        }
        assertThat(first).filteredOn(decision -> !other.contains(decision)).hasSize(4);
    }

    @Test
    void anotherKindMakerReasonOrVersionIsNoRepeat() {
        Decision hold = new Decision.Hold(HEADER);

        assertThat(new Decision.Release(HEADER).isRepeatOf(hold)).isFalse();
        assertThat(new Decision.Hold(header("zhang.wei", "because", 3)).isRepeatOf(hold))
                .isFalse();
        assertThat(new Decision.Hold(header("li.na", "otherwise", 3)).isRepeatOf(hold))
                .isFalse();
        assertThat(new Decision.Hold(header("li.na", "because", 4)).isRepeatOf(hold))
                .isFalse();
        assertThat(new Decision.Hold(header("li.na", "because", 3)).isRepeatOf(hold))
                .isTrue();
    }

    /** Four of them have a content beside the header, and this number makes it another. */
    private static List<Decision> everyKind(DecisionHeader header, int number) {
        InstructionKey key = new InstructionKey(header.payment(), 1, 1, 1);
        Evidence evidence = new Evidence(
                Evidence.Source.LETTER, "ref", new Money(Currency.of("CNY"), number), LocalDate.parse("2026-11-21"));
        return List.of(
                new Decision.Retry(header),
                new Decision.Unwind(header, number),
                new Decision.ResolveExecuted(header, key, evidence),
                new Decision.ResolveNotExecuted(header, key, evidence),
                new Decision.CorrectPayee(header, SamplePayments.payee("00012345678" + number)),
                new Decision.Cancel(header),
                new Decision.Hold(header),
                new Decision.Release(header));
    }

    private static DecisionHeader header(String maker, String reason, int version) {
        return new DecisionHeader(HEADER.id(), HEADER.payment(), maker, reason, version, Instant.EPOCH);
    }
}
