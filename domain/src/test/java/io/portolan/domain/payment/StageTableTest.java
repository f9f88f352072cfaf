package io.portolan.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.docs.GeneratedSection;
import io.portolan.domain.plan.MovementKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTableTest {
    /** Facts down, stages across: the stage that follows, or a dot where the fact cannot happen. */
    private static final String TABLE = """
                              ACCEPTED   COLLECTING CONVERTING PAYING_OUT COMPLETED  UNWINDING  RETURNED   FAILED     CANCELLED  PARKED
            COLLECTION_OPEN   COLLECTING COLLECTING COLLECTING COLLECTING .          .          .          COLLECTING .          COLLECTING
            CONVERSION_OPEN   CONVERTING CONVERTING CONVERTING CONVERTING .          .          .          .          .          CONVERTING
            PAYOUT_OPEN       PAYING_OUT PAYING_OUT PAYING_OUT PAYING_OUT .          PAYING_OUT .          .          .          PAYING_OUT
            COMPENSATION_OPEN .          .          .          .          .          UNWINDING  .          .          .          UNWINDING
            PAID_OUT          .          .          .          COMPLETED  .          .          .          .          .          COMPLETED
            UNWIND_PLANNED    UNWINDING  UNWINDING  UNWINDING  UNWINDING  .          UNWINDING  .          .          .          UNWINDING
            REFUND_PLANNED    .          .          .          .          UNWINDING  UNWINDING  .          .          .          UNWINDING
            REFUNDED_IN_PART  .          .          .          .          .          COMPLETED  .          .          .          COMPLETED
            REFUNDED          .          .          .          .          .          RETURNED   .          .          .          RETURNED
            RETURNED_BY_BANK  .          .          .          PAYING_OUT PAYING_OUT UNWINDING  PAYING_OUT .          .          PARKED
            PARKED            PARKED     PARKED     PARKED     PARKED     .          PARKED     .          .          .          PARKED
            FAILED            FAILED     FAILED     .          .          .          .          .          .          .          FAILED
            CANCELLED         CANCELLED  CANCELLED  .          .          .          .          .          .          .          CANCELLED
            """;

    @Test
    void saysForEveryStageAndFactWhatFollows() {
        String head = Stream.of(Stage.values())
                .map("%-11s"::formatted)
                .collect(Collectors.joining("", " ".repeat(18), ""))
                .stripTrailing();
        String table = Stream.of(Fact.values())
                .map(StageTableTest::rowOf)
                .collect(Collectors.joining("\n", head + "\n", "\n"));

        assertThat(table).isEqualTo(TABLE);
    }

    @Test
    void refusesWhatCannotHappen() {
        assertThatThrownBy(() -> StageTable.after(Stage.CANCELLED, Fact.COLLECTION_OPEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("COLLECTION_OPEN cannot happen in CANCELLED");
    }

    @ParameterizedTest
    @EnumSource(MovementKind.class)
    void letsEachMovementGoOnFromAParkedPayment(MovementKind kind) {
        assertThat(StageTable.allows(Stage.PARKED, Fact.open(kind))).isTrue();
    }

    @Test
    void isDrawnInTheDocumentation() {
        GeneratedSection.of("domain.md", "stages").requireOrWrite(StageDiagram.mermaid());
    }

    private static String rowOf(Fact fact) {
        return Arrays.stream(Stage.values())
                .map(from -> StageTable.allows(from, fact)
                        ? StageTable.after(from, fact).name()
                        : ".")
                .map("%-11s"::formatted)
                .collect(Collectors.joining("", "%-18s".formatted(fact), ""))
                .strip();
    }
}
