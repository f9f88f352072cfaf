package io.portolan.domain.decision;

import static io.portolan.domain.payment.SamplePayments.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.PaymentId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedDecisionTest {
    private static final DecisionPolicy POLICY = new DecisionPolicy(Set.of(DecisionKind.UNWIND), Duration.ofHours(1));
    private static final DecisionHeader HEADER =
            new DecisionHeader(DecisionHeader.nextId(), PaymentId.next(), "kim", "the payee called", 7, NOON);

    @Test
    void waitsForASecondPersonWhereThePolicySaysSo() {
        assertThat(POLICY.recorded(new Decision.Unwind(HEADER, 2)).status()).isEqualTo(DecisionStatus.PROPOSED);
        assertThat(POLICY.recorded(new Decision.Retry(HEADER)).status()).isEqualTo(DecisionStatus.APPROVED);
    }

    @ParameterizedTest
    @EnumSource(
            value = DecisionKind.class,
            names = {"RESOLVE_EXECUTED", "RESOLVE_NOT_EXECUTED", "CORRECT_PAYEE"})
    void needsTwoForEvidenceAndPayeesWhateverThePolicySays(DecisionKind kind) {
        assertThat(new DecisionPolicy(Set.of(), Duration.ofHours(1)).needsTwo(kind))
                .isTrue();
    }

    @Test
    void isApprovedByAnotherPersonInTime() {
        RecordedDecision proposed = POLICY.recorded(new Decision.Unwind(HEADER, 2));

        assertThat(proposed.objectionTo("lee", NOON.plusSeconds(3_599))).isEmpty();
        assertThat(proposed.objectionTo("kim", NOON)).hasValue("whoever proposed it cannot approve it");
        assertThat(proposed.objectionTo("lee", NOON.plusSeconds(3_600))).hasValue("it has lapsed: propose it again");
    }

    @ParameterizedTest
    @EnumSource(value = DecisionStatus.class, names = "PROPOSED", mode = EnumSource.Mode.EXCLUDE)
    void isApprovedOnce(DecisionStatus status) {
        RecordedDecision decided =
                new RecordedDecision(new Decision.Unwind(HEADER, 2), status, NOON.plusSeconds(60), null, null);

        assertThat(decided.objectionTo("lee", NOON)).isPresent();
    }

    @Test
    void endsOnlyForGood() {
        assertThatThrownBy(() -> new Ending(DecisionStatus.APPROVED, "", "", "", NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Ending.refused("no", "before", NOON).after()).isEqualTo("before");
    }
}
