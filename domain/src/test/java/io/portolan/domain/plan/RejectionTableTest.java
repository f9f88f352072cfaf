package io.portolan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.docs.GeneratedSection;
import io.portolan.domain.plan.RejectionTable.Row;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RejectionTableTest {
    static Stream<Row> rows() {
        return RejectionTable.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givesEachMovementOfARowItsRemedy(Row row) {
        assertThat(row.kinds())
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(RejectionTable.classified(kind, Reason.of(row.code(), "-"))
                                .remedy())
                        .isEqualTo(row.remedy()));
    }

    @ParameterizedTest
    @EnumSource(MovementKind.class)
    void hasAtMostOneRowForACodeAndAMovement(MovementKind kind) {
        assertThat(rows().filter(row -> row.kinds().contains(kind)).map(Row::code))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(MovementKind.class)
    void takesAnUnknownCodeForFinal(MovementKind kind) {
        assertThat(RejectionTable.classified(kind, Reason.of("zz99", "-")).remedy())
                .isEqualTo(Remedy.NONE);
    }

    @Test
    void leavesAReasonThatHasARemedyAlone() {
        Reason known = new Reason("ac04", "-", Remedy.WAIT);

        assertThat(RejectionTable.classified(MovementKind.PAYOUT, known)).isEqualTo(known);
    }

    @Test
    void neverLetsTheBuyerPayForWhatIsOurTrouble() {
        assertThat(rows().filter(row -> row.trouble() == RejectionTable.Trouble.OURS && row.remedy() == Remedy.NONE))
                .as("ours, and final: only what no wait could help")
                .extracting(Row::code)
                .containsExactly("refund_exceeds_collection");
        assertThat(RejectionTable.classified(MovementKind.PAYOUT, Reason.of("am04", "-"))
                        .remedy())
                .isEqualTo(Remedy.WAIT);
        assertThat(RejectionTable.classified(MovementKind.COLLECTION, Reason.of("insufficient_funds", "-"))
                        .remedy())
                .isEqualTo(Remedy.NONE);
    }

    @Test
    void standsInTheDocumentation() {
        String table = rows().map(RejectionTableTest::lineOf)
                .collect(Collectors.joining(
                        "\n",
                        "| code | ISO 20022 | of | whose trouble | what could help |\n|---|---|---|---|---|\n",
                        ""));

        GeneratedSection.of("domain.md", "rejections").requireOrWrite(table);
    }

    private static String lineOf(Row row) {
        String kinds = row.kinds().stream().map(MovementKind::code).collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(row.code(), row.isoCode(), kinds, words(row.trouble()), inWords(row.remedy()));
    }

    private static String inWords(Remedy remedy) {
        return switch (remedy) {
            case NONE -> "nothing: it is final";
            case CORRECT_PAYEE -> "a corrected payee";
            case REQUOTE -> "a new rate";
            case OTHER_DEALER -> "another dealer";
            case WAIT -> "time";
        };
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
