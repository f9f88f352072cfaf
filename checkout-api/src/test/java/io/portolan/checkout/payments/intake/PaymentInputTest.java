package io.portolan.checkout.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.InMemoryIdempotency;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.PaymentFilter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class PaymentInputTest {
    @Autowired
    private CheckoutTestApplication application;

    @Autowired
    private InMemoryPayments payments;

    @Autowired
    private InMemoryIdempotency idempotency;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void takesNamesInAnyScript() {
        assertThat(client.pay(order().replace("Li Wei", "李伟 🐉 Łukasz")).status())
                .isEqualTo(202);
    }

    @Test
    void rejectsAMisspeltField() {
        assertRejected(
                order().replace("\"max_slippage_bps\"", "\"max_slipage_bps\""), "/max_slipage_bps unknown-field");
    }

    @Test
    void rejectsSlippageBeyondItsBounds() {
        assertRejected(order().replace(": 50", ": -1"), "/max_slippage_bps number-range");
        assertRejected(order().replace(": 50", ": 10001"), "/max_slippage_bps number-range");
        assertRejected(order().replace(": 50", ": 0.5"), "/max_slippage_bps number-range");
        assertRejected(order().replace(": 50", ": 99999999999"), "/max_slippage_bps number-range");
    }

    @Test
    void rejectsAMalformedPurposeCode() {
        assertRejected(order().replace("GDDS", "goods"), "/purpose purpose-code");
    }

    @Test
    void rejectsTooMuchMetadata() {
        String many = IntStream.rangeClosed(1, 21)
                .mapToObj("\"k%d\": \"v\""::formatted)
                .collect(Collectors.joining(", "));

        assertRejected(order().replace("\"cart\": \"77\"", many), "/metadata too-many");
    }

    @Test
    void rejectsMetadataThatIsTooLongOrNotAString() {
        assertRejected(order().replace("\"77\"", "\"" + "x".repeat(501) + "\""), "/metadata/cart text-length");
        assertRejected(order().replace("\"77\"", "77"), "/metadata/cart type");
        assertRejected(order().replace("\"77\"", "null"), "/metadata/cart type");
        assertRejected(
                order().replace("\"cart\"", "\"" + "x".repeat(65) + "\""),
                "/metadata/" + "x".repeat(65) + " text-length");
    }

    @Test
    void needsNoMetadataAndNoSlippage() {
        String order =
                order().replace("\"max_slippage_bps\": 50, ", "").replaceFirst(",\\s*\"metadata\": \\{[^}]*}", "");

        assertThat(client.pay(order).status()).isEqualTo(202);
    }

    @Test
    void namesEverythingThatIsMissing() {
        assertRejected(
                "{}",
                "/quote required",
                "/order_reference required",
                "/payer required",
                "/payee required",
                "/purpose required");
    }

    @Test
    void reportsAllErrorsAtOnceWithTheQuotes() {
        String order = MerchantClient.order("quo_00000000000000000000")
                .replace("GDDS", "G")
                .replace("000123456789", "1")
                .replace("\"Li Wei\"", "[]");

        assertRejected(
                order,
                "/quote quote-unknown",
                "/purpose purpose-code",
                "/payee/account/number account-number",
                "/payer/name type");
    }

    @Test
    void reportsAtMostFiftyErrors() {
        String many = IntStream.rangeClosed(1, 1000)
                .mapToObj("\"k%d\": 1"::formatted)
                .collect(Collectors.joining(", ", "{", "}"));

        assertThat(client.pay(many).assertProblem(422, "invalid").errors()).hasSize(50);
    }

    private ApiReply assertRejected(String body, String... errors) {
        ApiReply reply = client.pay(body).assertInvalid(errors);
        assertThat(payments.list(new PaymentFilter(client.merchant(), Set.of(), null, null, null, null, 1)))
                .isEmpty();
        assertThat(idempotency.count(client.merchant())).isZero();
        return reply;
    }

    private String order() {
        return MerchantClient.order(client.quote());
    }
}
