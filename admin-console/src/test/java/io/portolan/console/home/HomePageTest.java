package io.portolan.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

@ConsoleTest
class HomePageTest {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsoleFixture fixture;

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    @Test
    void saysSoWhenThereIsNothingToShow() {
        body("/console")
                .contains("Nothing needs attention.", "No payments yet", "<title>Payments \u00b7 Portolan</title>");
    }

    @Test
    void showsExceptionsFirstAndWhy() {
        fixture.newPayment("ORD-WRONG").convert().parkForRepair(Duration.ofDays(2));
        fixture.newPayment("ORD-SILENT").parkUnknown(MovementKind.COLLECTION);
        fixture.newPaymentAt("ORD-OLD", ConsoleFixture.NOW.minus(Duration.ofHours(3)))
                .book(MovementKind.COLLECTION);
        fixture.newPayment("ORD-FINE").convert();

        String exceptions = exceptions();

        assertThat(exceptions)
                .contains(
                        "ORD-WRONG",
                        "Repair",
                        "The account number is not one of this bank",
                        "in 1 d 23 h",
                        "7,200.00 CNY")
                .contains("Correct the payee\u2019s details, or unwind; at the deadline it is unwound")
                .contains("ORD-SILENT", "Unknown", "Look for the collection on the bank\u2019s statement")
                .contains("ORD-OLD", "Overdue", "Still open after 1 h", "2 h ago")
                .doesNotContain("ORD-FINE");
        body("/console").contains("<title>(3) Payments");
    }

    @Test
    void showsWhatIsShortAndWhenItIsTriedAgain() {
        fixture.newPayment("ORD-SHORT")
                .book(MovementKind.COLLECTION)
                .parkShort(MovementKind.TOP_UP, Duration.ofHours(1));

        assertThat(exceptions())
                .contains("Shortage", "Top-up: Our account at the bank is short", "in 50 min")
                .contains("Mend what is short: at the deadline the top-up is tried again");
    }

    @Test
    void showsWhatIsStuckAndWhetherItCanBeUnwound() {
        fixture.newPayment("ORD-PAYOUT").convert().parkStuck(MovementKind.PAYOUT);
        fixture.newPayment("ORD-REFUND")
                .convert()
                .reject(MovementKind.PAYOUT, PaymentScenario.ACCOUNT_CLOSED)
                .startUnwind(PaymentScenario.ACCOUNT_CLOSED, "7.15")
                .book(MovementKind.REVERSAL)
                .book(MovementKind.TOP_UP_RETURN)
                .parkStuck(MovementKind.REFUND);

        assertThat(exceptions())
                .contains("Stuck", "Retry the payout, or unwind", "Find out what the refund needs, then retry it");
    }

    @Test
    void showsHeldPaymentsAndWhoHoldsThem() {
        fixture.newPayment("ORD-HELD").book(MovementKind.COLLECTION).hold("the merchant is being looked into");
        fixture.newPayment("ORD-BOTH")
                .book(MovementKind.COLLECTION)
                .parkShort(MovementKind.TOP_UP, Duration.ofHours(1))
                .hold("the merchant is being looked into");

        assertThat(exceptions())
                .contains("ORD-HELD", "Held", "Held by ada: the merchant is being looked into", "Release it once")
                .contains("ORD-BOTH", "Top-up: Our account at the bank is short; held by ada");
    }

    @ParameterizedTest
    @CsvSource({
        "stage=completed, ORD-DONE, ORD-NEW",
        "stage=COMPLETED, ORD-DONE, ORD-NEW",
        "stage=open, ORD-NEW, ORD-DONE",
        "stage=ended, ORD-DONE, ORD-NEW",
        "reference=ORD-NEW, ORD-NEW, ORD-DONE",
        "from=2026-11-21, ORD-NEW, ORD-DONE",
        "to=2026-11-19, ORD-DONE, ORD-NEW",
    })
    void filtersByWhatStandsInTheAddress(String query, String shown, String hidden) {
        fixture.newPaymentAt("ORD-DONE", ConsoleFixture.NOW.minus(Duration.ofDays(2)))
                .complete();
        fixture.newPayment("ORD-NEW");

        body("/console?" + query).contains(shown).doesNotContain(hidden);
    }

    @Test
    void findsOnePaymentByItsIdIfItFitsTheOtherFiltersToo() {
        String id = fixture.newPayment("ORD-ONE").id().value();
        fixture.newPayment("ORD-TWO");

        body("/console?id=" + id).contains("ORD-ONE").doesNotContain("ORD-TWO");
        body("/console?stage=completed&id=" + id).doesNotContain("ORD-ONE").contains("No matching payments");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stage=nonsense     | stage-error | Unknown stage",
                "id=x               | id-error    | pay_ followed by 20 digits",
                "from=21.11.2026    | from-error  | Enter a date such as",
                "to=2026-02-30      | to-error    | Enter a date such as",
                "to=9999-01-01      | to-error    | between 2000 and 2099",
                "from=2026-11-21&to=2026-11-20 | to-error | The end date is before the start date",
                "after=pay_1        | alert       | Go to the newest payments",
            })
    void showsWhatIsWrongBesideTheFilter(String query, String where, String what) {
        fixture.newPayment("ORD-HIDDEN");

        MvcTestResult result = get("/console?" + query);

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(result).bodyText().contains(where, what).doesNotContain("ORD-HIDDEN");
    }

    @Test
    void pagesByTheLastPaymentShownAndKeepsTheFilters() {
        for (int i = 1; i <= 7; i++) {
            fixture.newPayment("SAME").complete();
        }

        MvcTestResult first = get("/console?reference=SAME&stage=completed");
        assertThat(first).bodyText().contains("Older").doesNotContain("Newest");
        String next = linkTo("Older", first);
        MvcTestResult second = get(next);

        assertThat(next).contains("reference=SAME", "stage=completed", "after=pay_");
        assertThat(rows(first)).isEqualTo(5);
        assertThat(rows(second)).isEqualTo(2);
        assertThat(second).bodyText().contains("Newest").doesNotContain("Older");
    }

    @Test
    void escapesWhateverAMerchantSends() {
        fixture.newPayment("<script>alert(1)</script>\"'&");

        body("/console")
                .doesNotContain("<script>alert(1)")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
        body("/console?reference=\"><img src=x>").doesNotContain("<img src=x>").contains("&quot;&gt;&lt;img src=x&gt;");
    }

    @Test
    void readsItselfAgainFromItsOwnAddress() {
        fixture.newPayment("A B");

        body("/console?reference=A B").contains("hx-get=\"/console?reference=A%20B\"", "data-stream=\"/console/live\"");
    }

    private AbstractStringAssert<?> body(String address) {
        return assertThat(PageText.html(get(address)));
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri(UriComponentsBuilder.fromUriString(address)
                        .build()
                        .encode()
                        .toUri())
                .with(TestUsers.viewer())
                .exchange();
    }

    private String exceptions() {
        return PageText.visibleText(PageText.between(PageText.html(get("/console")), "exceptions", "all-title"));
    }

    private static String linkTo(String label, MvcTestResult page) {
        String before = PageText.html(page).substring(0, PageText.html(page).indexOf(label));
        String link = before.substring(before.lastIndexOf("href=\"") + 6);
        return link.substring(0, link.indexOf('"')).replace("&amp;", "&");
    }

    private static int rows(MvcTestResult page) {
        return PageText.html(page).split("id=\"row-", -1).length - 1;
    }
}
