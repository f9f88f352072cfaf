package io.portolan.checkout;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final String NAME_AND_ADDRESS = "\"name\": \"Acme\", \"address\": " + MerchantClient.ADDRESS;

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
    void takesAValidIban() {
        ApiReply reply = client.pay(withPayeeAccount("{\"iban\": \"DE89370400440532013000\"}"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().at("/payee/account").toString()).isEqualTo("{\"iban\":\"******************3000\"}");
    }

    @Test
    void rejectsAnIbanWithAWrongChecksumOrOfACountryWithoutIbans() {
        assertRejected(withPayeeAccount("{\"iban\": \"DE89370400440532013001\"}"), "/payee/account/iban iban-checksum");
        assertRejected(withPayeeAccount("{\"iban\": \"US89370400440532013000\"}"), "/payee/account/iban iban-country");
    }

    @Test
    void rejectsAnIbanOfTheWrongLength() {
        String tooShort = withPayeeAccount("{\"iban\": \"DE8937040044053201300\"}");
        ApiReply reply = assertRejected(tooShort, "/payee/account/iban iban-length");
        assertThat(reply.text("/errors/0/detail")).contains("22 characters", "21");
    }

    @Test
    void rejectsAMalformedIban() {
        assertRejected(
                withPayeeAccount("{\"iban\": \"DE89 3704 0044 0532 0130 00\"}"), "/payee/account/iban iban-format");
        assertRejected(withPayeeAccount("{\"iban\": \"de89370400440532013000\"}"), "/payee/account/iban iban-format");
        assertRejected(withPayeeAccount("{\"iban\": \"\"}"), "/payee/account/iban iban-format");
        assertRejected(withPayeeAccount("{\"iban\": 7}"), "/payee/account/iban type");
    }

    @Test
    void rejectsAMalformedAccountNumber() {
        assertRejected(
                withPayeeAccount("{\"number\": \"12 34\", \"bank\": \"C\"}"), "/payee/account/number account-number");
        assertRejected(
                withPayeeAccount("{\"number\": \"123\", \"bank\": \"C\"}"), "/payee/account/number account-number");
    }

    @Test
    void rejectsAMalformedBank() {
        assertRejected(withPayeeAccount("{\"number\": \"123456\", \"bank\": \"Bank C\"}"), "/payee/account/bank bank");
    }

    @Test
    void rejectsAnAccountNumberWithoutItsBank() {
        assertRejected(withPayeeAccount("{\"number\": \"123456\"}"), "/payee/account/bank required");
    }

    @Test
    void rejectsAnAccountInTwoForms() {
        assertRejected(
                withPayeeAccount("{\"iban\": \"DE89370400440532013000\", \"number\": \"123456\", \"bank\": \"C\"}"),
                "/payee/account account-form");
    }

    @Test
    void rejectsAnEmptyAccount() {
        assertRejected(withPayeeAccount("{}"), "/payee/account account-form");
    }

    @Test
    void rejectsAPayeeWithoutAddress() {
        assertRejected(
                withPayee("{\"name\": \"Acme\", \"account\": {\"number\": \"123456\", \"bank\": \"C\"}}"),
                "/payee/address structured-address");
    }

    @Test
    void rejectsAnUnstructuredAddress() {
        assertRejected(
                withAddress("{\"lines\": [\"12 Main Street\", \"Daly City\"], \"country\": \"US\"}"),
                "/payee/address/lines structured-address",
                "/payee/address/street required",
                "/payee/address/building required",
                "/payee/address/postal_code required",
                "/payee/address/city required");
    }

    @Test
    void rejectsAnAddressLineBesideTheStructuredFields() {
        assertRejected(
                withAddress(MerchantClient.ADDRESS.replace("{", "{\"address_line1\": \"12 Main Street\", ")),
                "/payee/address/address_line1 structured-address");
    }

    @Test
    void rejectsAnAddressThatIsAString() {
        assertRejected(withAddress("\"12 Main Street, Daly City\""), "/payee/address structured-address");
        assertRejected(withAddress("[\"12 Main Street\", \"Daly City\"]"), "/payee/address structured-address");
    }

    @Test
    void rejectsAnUnknownCountry() {
        assertRejected(
                withAddress(MerchantClient.ADDRESS.replace("\"US\"", "\"ZZ\"")),
                "/payee/address/country country-unknown");
        assertRejected(
                withAddress(MerchantClient.ADDRESS.replace("\"US\"", "\"usa\"")),
                "/payee/address/country country-code");
    }

    @Test
    void rejectsTextsThatAreTooLongOrBlankOrContainControls() {
        assertRejected(
                withAddress(MerchantClient.ADDRESS.replace("Main Street", "x".repeat(71))),
                "/payee/address/street text-length");
        assertRejected(withAddress(MerchantClient.ADDRESS.replace("Main Street", "  ")), "/payee/address/street text");
        assertRejected(
                withAddress(MerchantClient.ADDRESS.replace("Main Street", "Main\\u0000Street")),
                "/payee/address/street text");
        assertRejected(
                withAddress(MerchantClient.ADDRESS.replace("Main Street", "Main\\ud800Street")),
                "/payee/address/street text");
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

    private String withPayee(String payee) {
        return order().replace(MerchantClient.PAYEE, payee);
    }

    private String withAddress(String address) {
        return order().replace(MerchantClient.ADDRESS, address);
    }

    private String withPayeeAccount(String account) {
        return withPayee("{%s, \"account\": %s}".formatted(NAME_AND_ADDRESS, account));
    }
}
