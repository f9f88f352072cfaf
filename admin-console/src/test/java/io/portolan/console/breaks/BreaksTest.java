package io.portolan.console.breaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.portolan.console.ConsoleFixture;
import io.portolan.console.ConsoleTest;
import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.PaymentFilter;
import io.portolan.domain.plan.MovementKind;
import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ConsoleTest
class BreaksTest {
    private static final PaymentFilter ALL = new PaymentFilter(null, Set.of(), null, null, null, null, 10);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsoleFixture fixture;

    @BeforeEach
    void reset() {
        fixture.reset();
    }

    @Test
    void saysSoWhenNoBreakIsOpen() {
        assertThat(page(TestUsers.viewer())).contains("No break is open.", "<title>Breaks ");
    }

    @Test
    void showsTypeAmountAgeOwnerPaymentAndDetail() {
        PaymentScenario scenario = executedTwice();

        String page = page(TestUsers.viewer());

        assertThat(PageText.visibleText(page))
                .contains("Second execution 7,200.00 CNY", "The bank has executed it again")
                .contains("Age 9 min ago", "Owner on-duty", "Instruction " + scenario.id() + "/1/1/1")
                .contains("Bank\u2019s reference OTHER");
        assertThat(page)
                .contains("href=\"/console/payments/" + scenario.id() + "\"", "<title>(1) Breaks ")
                .doesNotContain("/take", "/close");
    }

    @Test
    void showsMoneyThatBelongsToNoPayment() {
        Break.Claim claim =
                new Break.Claim("RET-9", Money.parse(Currency.of("USD"), "12.00"), "nothing was paid out to them");
        fixture.payments.breaks().add(Break.unexplained(claim, ConsoleFixture.NOW));

        assertThat(PageText.visibleText(page(TestUsers.viewer())))
                .contains("Unexplained return 12.00 USD", "Payment none of ours");
    }

    @Test
    void theNavigationCountsOpenBreaks() {
        executedTwice();

        assertThat(PageText.visibleText(PageText.html(
                        mvc.get().uri("/console").with(TestUsers.viewer()).exchange())))
                .contains("Breaks 1 open");
    }

    @Test
    void anOperatorTakesABreak() {
        executedTwice();

        MvcTestResult result = post("take", "");

        assertThat(result).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/console/breaks");
        assertThat(PageText.visibleText(pageAfter(result))).contains("The break is yours now.", "Owner ada");
        assertThat(pageAfter(result)).doesNotContain("/take");
        assertThat(onlyBreak().owner()).isEqualTo("ada");
    }

    @Test
    void aBreakIsClosedWithItsResolution() {
        PaymentScenario scenario = executedTwice();

        assertThat(pageAfter(post("close", "the bank reversed it on 21 November")))
                .contains("The break has been closed.", "No break is open.");
        assertThat(onlyBreak().closing())
                .isEqualTo(new Break.Closing("ada", "the bank reversed it on 21 November", ConsoleFixture.NOW));
        assertThat(PageText.visibleText(PageText.html(mvc.get()
                        .uri("/console/payments/{id}", scenario.id())
                        .with(TestUsers.viewer())
                        .exchange())))
                .contains("Closed by ada: the bank reversed it on 21 November");
    }

    @Test
    void aResolutionIsNeededAndNothingThatWasTypedIsLost() {
        executedTwice();

        assertThat(pageAfter(post("close", "  "))).contains("Enter how the break was resolved.");
        assertThat(pageAfter(post("close", "x".repeat(501))))
                .contains("Use at most 500 characters (currently 501).", "x".repeat(501));
        assertThat(onlyBreak().isOpen()).isTrue();
    }

    @Test
    void whatIsClosedStaysAsItIs() {
        executedTwice();
        fixture.payments.breaks().close(onlyBreak().id(), new Break.Closing("bob", "it was ours", ConsoleFixture.NOW));

        assertThat(pageAfter(post("take", "")))
                .contains("Nothing was done. The break was already closed by bob: it was ours");
        assertThat(pageAfter(post("close", "my resolution")))
                .contains(
                        "The break was already closed by bob: it was ours",
                        "Your resolution was not recorded: my resolution");
        assertThat(onlyBreak().closing())
                .isNotNull()
                .satisfies(closing -> assertThat(closing.operator()).isEqualTo("bob"));
    }

    @Test
    void anUnknownBreakIsNotFound() {
        for (String action : new String[] {"take", "close"}) {
            assertThat(mvc.post()
                            .uri("/console/breaks/brk_x/" + action)
                            .with(csrf())
                            .with(TestUsers.operator()))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    private PaymentScenario executedTwice() {
        return fixture.newPayment("ORD-1")
                .book(MovementKind.COLLECTION)
                .recordInquiry(MovementKind.COLLECTION, new InquiryResult.Booked("OTHER", ConsoleFixture.NOW, null));
    }

    private Break onlyBreak() {
        return fixture.payments
                .breaks()
                .of(fixture.payments.list(ALL).getFirst().id())
                .getFirst();
    }

    private MvcTestResult post(String action, String resolution) {
        return mvc.post()
                .uri("/console/breaks/{id}/{action}", onlyBreak().id(), action)
                .param("resolution", resolution)
                .with(csrf())
                .with(TestUsers.operator())
                .exchange();
    }

    private String page(RequestPostProcessor user) {
        return PageText.html(mvc.get().uri("/console/breaks").with(user).exchange());
    }

    private String pageAfter(MvcTestResult action) {
        return PageText.html(mvc.get()
                .uri("/console/breaks")
                .flashAttrs(new HashMap<>(action.getMvcResult().getFlashMap()))
                .with(TestUsers.operator())
                .exchange());
    }
}
