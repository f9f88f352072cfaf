package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.environment.WorkflowService;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Every way in which a movement can end, at real processes: what plans follow, what is posted, who bears what, and what the merchant sees. The table in docs/outcomes.md is what
 * this test saw: it fails if the document says otherwise, and writes it with {@code -Dportolan.outcomes.record=true}.
 */
class OutcomeTableIT {
    private static final Duration LIMIT = Duration.ofSeconds(100);
    private static final Path DOCUMENT = Path.of("../docs/outcomes.md");

    @RegisterExtension
    static final EnvironmentExtension ENVIRONMENT = EnvironmentExtension.on(WorkflowService.TEMPORAL);

    private static final Map<OutcomeRow, PaymentId> PAYMENTS = new EnumMap<>(OutcomeRow.class);
    private static final Map<OutcomeRow, String> TABLE = new TreeMap<>();

    /** All at once, since some take their time. */
    @BeforeAll
    static void payAll() throws Exception {
        for (OutcomeRow row : OutcomeRow.values()) {
            PAYMENTS.put(row, ENVIRONMENT.merchant().pay(row.purchase()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsAsTheTableSays(OutcomeRow row) throws Exception {
        PaymentId id = PAYMENTS.get(row);
        if (row.isRefundedByTheMerchant()) {
            ENVIRONMENT.merchant().awaitStatus(id, "completed", LIMIT);
            ENVIRONMENT.merchant().refund(id);
        }

        JsonNode seen = ENVIRONMENT.merchant().awaitRest(id, row.status(), row.reason(), LIMIT);

        assertThat(seen.get("status").asString()).isEqualTo(row.status());
        ENVIRONMENT.records().assertBalanced(id, row);
        if (!row.comesBack()) {
            ENVIRONMENT.records().assertAmountsAgree(id);
            ENVIRONMENT.records().assertNoKeyMovedTwice(id);
        }
        TABLE.put(row, describe(row, ENVIRONMENT.records().payment(id)));
    }

    @AfterAll
    static void agreesWithTheDocument() throws IOException {
        assertThat(TABLE.keySet()).as("rows that were seen").hasSize(OutcomeRow.values().length);
        String table = "| purpose | movement | outcome | plans | beside the usual entries | who bears it | status |\n"
                + "|---|---|---|---|---|---|---|\n"
                + TABLE.values().stream().collect(Collectors.joining("\n"))
                + "\n";
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf("| purpose |");
        String expected = document.substring(0, begin) + table;
        if (Boolean.getBoolean("portolan.outcomes.record")) {
            Files.writeString(DOCUMENT, expected);
        } else {
            assertThat(document).isEqualTo(expected);
        }
    }

    private static String describe(OutcomeRow row, Payment payment) {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        lower(row.purpose().name()),
                        row.movement().code(),
                        row.outcome(),
                        plansOf(payment),
                        unusual(payment),
                        bearer(payment),
                        row.status() + (row.reason().isEmpty() ? "" : ", " + row.reason()));
    }

    /** The plans in order; one that was only made again, at another rate, is told once. */
    private static String plansOf(Payment payment) {
        List<String> plans = new ArrayList<>();
        payment.plansInForce().map(OutcomeTableIT::describe).forEach(plan -> {
            if (plans.isEmpty() || !plans.getLast().equals(plan)) {
                plans.add(plan);
            }
        });
        return String.join("; ", plans);
    }

    private static String describe(Plan plan) {
        return lower(plan.purpose().name()) + ": "
                + plan.movements().stream()
                        .map(movement -> movement.kind().code())
                        .collect(Collectors.joining(", "));
    }

    /** The accounts that a payment which goes well does not touch. */
    private static String unusual(Payment payment) {
        Set<AccountKind> usual = Set.of(
                AccountKind.NOSTRO,
                AccountKind.IN_TRANSIT,
                AccountKind.PAYABLE,
                AccountKind.FX_POSITION,
                AccountKind.FEE_INCOME);
        List<String> kinds = ENVIRONMENT.records().entries(payment.id()).stream()
                .map(PostedEntry::postings)
                .flatMap(postings ->
                        postings.stream().map(posting -> posting.account().kind()))
                .filter(kind -> !usual.contains(kind))
                .distinct()
                .map(Enum::name)
                .sorted()
                .toList();
        return kinds.isEmpty() ? "none" : String.join(", ", kinds);
    }

    private static String bearer(Payment payment) {
        return payment.plansInForce()
                .map(Plan::cost)
                .filter(cost -> cost != null
                        && (cost.loss().isPositive() || cost.fxResult().isPositive()))
                .map(PlanCost::bearer)
                .reduce((_, newer) -> newer)
                .map(bearer -> lower(bearer.name()))
                .orElse("nobody");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
