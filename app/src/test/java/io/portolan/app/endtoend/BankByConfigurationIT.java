package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.environment.WorkflowService;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.ledger.PostedEntry.AccountPosting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A third bank, which speaks a known protocol, and a corridor that collects at it: by configuration alone. The simulators play it at the address of
 * the domestic bank, whose account in US dollars is ours at the new bank here.
 */
class BankByConfigurationIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @RegisterExtension
    static final EnvironmentExtension ENVIRONMENT = EnvironmentExtension.configured(
            WorkflowService.TEMPORAL,
            Map.ofEntries(
                    Map.entry("portolan.banks.B.accounts.USD", ""),
                    Map.entry("portolan.banks.E.protocol", "signed-json"),
                    Map.entry("portolan.banks.E.uri", "${portolan.banks.B.uri}"),
                    Map.entry("portolan.banks.E.credentials.client-id", "${portolan.banks.B.credentials.client-id}"),
                    Map.entry("portolan.banks.E.credentials.secret", "${portolan.banks.B.credentials.secret}"),
                    Map.entry("portolan.banks.E.accounts.USD", "B-USD"),
                    Map.entry("portolan.corridors[0].pair", "USD/EUR"),
                    Map.entry("portolan.corridors[0].minimum", "1.00"),
                    Map.entry("portolan.corridors[0].maximum", "1000000.00"),
                    Map.entry("portolan.corridors[0].fee-basis-points", "50"),
                    Map.entry("portolan.corridors[0].funding", "PASS_THROUGH"),
                    Map.entry("portolan.corridors[0].loss-bearer", "HOUSE"),
                    Map.entry("portolan.corridors[0].usual-arrival", "1m"),
                    Map.entry("portolan.corridors[0].collection-bank", "E"),
                    Map.entry("portolan.corridors[0].dealer", "dealer")));

    @Test
    void collectsAtTheNewBankAndItsBooksAgree() throws Exception {
        PaymentId id = ENVIRONMENT.merchant().pay(Purchase.inEurosForDollars("THIRD-BANK"));

        ENVIRONMENT.merchant().awaitSettled(id, LIMIT);

        assertThat(ENVIRONMENT.records().payment(id).route().collection().bank())
                .isEqualTo("E");
        assertThat(ENVIRONMENT.records().entries(id).stream()
                        .map(PostedEntry::postings)
                        .flatMap(postings -> postings.stream().map(AccountPosting::account))
                        .map(AccountId::code))
                .contains("IN_TRANSIT:E:USD", "NOSTRO:E:USD")
                .noneMatch(account -> account.contains(":B:"));
        ENVIRONMENT
                .records()
                .assertMovedOnce(
                        id,
                        "B-USD +collection/1",
                        "B-USD -top-up/1",
                        "D-USD +top-up/1",
                        "D-USD -conversion/1",
                        "D-EUR +conversion/1",
                        "D-EUR -payout/1");
        ENVIRONMENT.records().assertAmountsAgree(id);
        ENVIRONMENT.records().assertBalanced(id);
    }
}
