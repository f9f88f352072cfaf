package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.environment.WorkflowService;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.ledger.PostedEntry.AccountPosting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A third bank, which speaks a known protocol, and a corridor that collects at it: by configuration alone. */
class BankByConfigurationIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final OrderBookingBank BANK = OrderBookingBank.start();

    @RegisterExtension
    static final EnvironmentExtension ENVIRONMENT = EnvironmentExtension.configured(
            WorkflowService.TEMPORAL,
            Map.ofEntries(
                    Map.entry("portolan.banks.E.protocol", "signed-json"),
                    Map.entry("portolan.banks.E.uri", BANK.uri().toString()),
                    Map.entry("portolan.banks.E.credentials.client-id", "portolan"),
                    Map.entry("portolan.banks.E.credentials.secret", "a secret of the test"),
                    Map.entry("portolan.banks.E.accounts.USD", "E-4711"),
                    Map.entry("portolan.corridors[0].pair", "USD/EUR"),
                    Map.entry("portolan.corridors[0].minimum", "1.00"),
                    Map.entry("portolan.corridors[0].maximum", "1000000.00"),
                    Map.entry("portolan.corridors[0].fee-basis-points", "50"),
                    Map.entry("portolan.corridors[0].funding", "PASS_THROUGH"),
                    Map.entry("portolan.corridors[0].loss-bearer", "HOUSE"),
                    Map.entry("portolan.corridors[0].usual-arrival", "1m"),
                    Map.entry("portolan.corridors[0].collection-bank", "E"),
                    Map.entry("portolan.corridors[0].dealers[0]", "dealer")));

    @AfterAll
    static void stopBank() {
        BANK.close();
    }

    @Test
    void collectsAtTheNewBankAndPostsToItsAccounts() throws Exception {
        PaymentId id = ENVIRONMENT.merchant().pay(Purchase.inEurosForDollars("THIRD-BANK"));

        ENVIRONMENT.merchant().awaitSettled(id, LIMIT);

        assertThat(BANK.kinds()).containsExactlyInAnyOrder("COLLECTION", "TRANSFER");
        assertThat(ENVIRONMENT.records().payment(id).route().collection().number())
                .isEqualTo("E-4711");
        assertThat(ENVIRONMENT.records().entries(id).stream()
                        .map(PostedEntry::postings)
                        .flatMap(postings -> postings.stream().map(AccountPosting::account))
                        .map(AccountId::code))
                .contains("IN_TRANSIT:E:USD", "NOSTRO:E:USD", "NOSTRO:D:USD", "NOSTRO:D:EUR")
                .noneMatch(account -> account.contains(":B:"));
        ENVIRONMENT.records().assertBalanced(id);
    }
}
