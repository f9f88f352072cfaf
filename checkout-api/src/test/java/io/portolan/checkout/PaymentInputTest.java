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
    private static final String NAME_AND_ADDRESS = "\"name\": \"Acme\", \"address\": " + Shop.ADDRESS;

    @Autowired
    private World world;

    @Autowired
    private InMemoryPayments payments;

    @Autowired
    private InMemoryIdempotency idempotency;

    private Shop shop;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        shop = world.openShop(server);
    }

    @Test
    void takesARightIban() {
        Reply reply = shop.pay(withPayeeAccount("{\"iban\": \"DE89370400440532013000\"}"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().at("/payee/account").toString()).isEqualTo("{\"iban\":\"******************3000\"}");
    }

    @Test
    void refusesAnIbanWithAWrongChecksumOrOfACountryWithoutIbans() {
        refuses(withPayeeAccount("{\"iban\": \"DE89370400440532013001\"}"), "/payee/account/iban iban-checksum");
        refuses(withPayeeAccount("{\"iban\": \"US89370400440532013000\"}"), "/payee/account/iban iban-country");
    }

    @Test
    void refusesAnIbanOfAWrongLength() {
        String tooShort = withPayeeAccount("{\"iban\": \"DE8937040044053201300\"}");
        Reply reply = refuses(tooShort, "/payee/account/iban iban-length");
        assertThat(reply.text("/errors/0/detail")).contains("22 characters", "21");
    }

    @Test
    void refusesAnIbanThatIsNone() {
        refuses(withPayeeAccount("{\"iban\": \"DE89 3704 0044 0532 0130 00\"}"), "/payee/account/iban iban-format");
        refuses(withPayeeAccount("{\"iban\": \"de89370400440532013000\"}"), "/payee/account/iban iban-format");
        refuses(withPayeeAccount("{\"iban\": \"\"}"), "/payee/account/iban iban-format");
        refuses(withPayeeAccount("{\"iban\": 7}"), "/payee/account/iban type");
    }

    @Test
    void refusesAWrongAccountNumber() {
        refuses(withPayeeAccount("{\"number\": \"12 34\", \"bank\": \"C\"}"), "/payee/account/number account-number");
        refuses(withPayeeAccount("{\"number\": \"123\", \"bank\": \"C\"}"), "/payee/account/number account-number");
    }

    @Test
    void refusesAWrongBank() {
        refuses(withPayeeAccount("{\"number\": \"123456\", \"bank\": \"Bank C\"}"), "/payee/account/bank bank");
    }

    @Test
    void refusesAnAccountNumberWithoutItsBank() {
        refuses(withPayeeAccount("{\"number\": \"123456\"}"), "/payee/account/bank required");
    }

    @Test
    void refusesAnAccountInTwoForms() {
        refuses(
                withPayeeAccount("{\"iban\": \"DE89370400440532013000\", \"number\": \"123456\", \"bank\": \"C\"}"),
                "/payee/account account-form");
    }

    @Test
    void refusesAnEmptyAccount() {
        refuses(withPayeeAccount("{}"), "/payee/account account-form");
    }

    @Test
    void refusesAPayeeWithoutAddress() {
        refuses(
                withPayee("{\"name\": \"Acme\", \"account\": {\"number\": \"123456\", \"bank\": \"C\"}}"),
                "/payee/address structured-address");
    }

    @Test
    void refusesAnAddressOfFreeLines() {
        refuses(
                withAddress("{\"lines\": [\"12 Main Street\", \"Daly City\"], \"country\": \"US\"}"),
                "/payee/address/lines structured-address",
                "/payee/address/street required",
                "/payee/address/building required",
                "/payee/address/postal_code required",
                "/payee/address/city required");
    }

    @Test
    void refusesAnAddressLineBesideTheStructuredFields() {
        refuses(
                withAddress(Shop.ADDRESS.replace("{", "{\"address_line1\": \"12 Main Street\", ")),
                "/payee/address/address_line1 structured-address");
    }

    @Test
    void refusesAnAddressThatIsAText() {
        refuses(withAddress("\"12 Main Street, Daly City\""), "/payee/address structured-address");
        refuses(withAddress("[\"12 Main Street\", \"Daly City\"]"), "/payee/address structured-address");
    }

    @Test
    void refusesACountryThatIsNone() {
        refuses(withAddress(Shop.ADDRESS.replace("\"US\"", "\"ZZ\"")), "/payee/address/country country-unknown");
        refuses(withAddress(Shop.ADDRESS.replace("\"US\"", "\"usa\"")), "/payee/address/country country-code");
    }

    @Test
    void refusesTextsThatAreTooLongOrBlankOrHoldControls() {
        refuses(withAddress(Shop.ADDRESS.replace("Main Street", "x".repeat(71))), "/payee/address/street text-length");
        refuses(withAddress(Shop.ADDRESS.replace("Main Street", "  ")), "/payee/address/street text");
        refuses(withAddress(Shop.ADDRESS.replace("Main Street", "Main\\u0000Street")), "/payee/address/street text");
        refuses(withAddress(Shop.ADDRESS.replace("Main Street", "Main\\ud800Street")), "/payee/address/street text");
    }

    @Test
    void takesNamesInAnyScript() {
        assertThat(shop.pay(order().replace("Li Wei", "李伟 🐉 Łukasz")).status()).isEqualTo(202);
    }

    @Test
    void refusesAMisspeltField() {
        refuses(order().replace("\"max_slippage_bps\"", "\"max_slipage_bps\""), "/max_slipage_bps unknown-field");
    }

    @Test
    void refusesSlippageBeyondItsBounds() {
        refuses(order().replace(": 50", ": -1"), "/max_slippage_bps number-range");
        refuses(order().replace(": 50", ": 10001"), "/max_slippage_bps number-range");
        refuses(order().replace(": 50", ": 0.5"), "/max_slippage_bps number-range");
        refuses(order().replace(": 50", ": 99999999999"), "/max_slippage_bps number-range");
    }

    @Test
    void refusesAPurposeThatIsNoCode() {
        refuses(order().replace("GDDS", "goods"), "/purpose purpose-code");
    }

    @Test
    void refusesTooMuchMetadata() {
        String many = IntStream.rangeClosed(1, 21)
                .mapToObj("\"k%d\": \"v\""::formatted)
                .collect(Collectors.joining(", "));

        refuses(order().replace("\"cart\": \"77\"", many), "/metadata too-many");
    }

    @Test
    void refusesMetadataThatIsTooLongOrNoText() {
        refuses(order().replace("\"77\"", "\"" + "x".repeat(501) + "\""), "/metadata/cart text-length");
        refuses(order().replace("\"77\"", "77"), "/metadata/cart type");
        refuses(order().replace("\"77\"", "null"), "/metadata/cart type");
        refuses(
                order().replace("\"cart\"", "\"" + "x".repeat(65) + "\""),
                "/metadata/" + "x".repeat(65) + " text-length");
    }

    @Test
    void needsNoMetadataAndNoSlippage() {
        String order =
                order().replace("\"max_slippage_bps\": 50, ", "").replaceFirst(",\\s*\"metadata\": \\{[^}]*}", "");

        assertThat(shop.pay(order).status()).isEqualTo(202);
    }

    @Test
    void namesEverythingThatIsMissing() {
        refuses(
                "{}",
                "/quote required",
                "/order_reference required",
                "/payer required",
                "/payee required",
                "/purpose required");
    }

    @Test
    void tellsAllErrorsAtOnceWithTheQuotes() {
        String order = Shop.order("quo_00000000000000000000")
                .replace("GDDS", "G")
                .replace("000123456789", "1")
                .replace("\"Li Wei\"", "[]");

        refuses(
                order,
                "/quote quote-unknown",
                "/purpose purpose-code",
                "/payee/account/number account-number",
                "/payer/name type");
    }

    @Test
    void tellsOnlySoManyErrors() {
        String many = IntStream.rangeClosed(1, 1000)
                .mapToObj("\"k%d\": 1"::formatted)
                .collect(Collectors.joining(", ", "{", "}"));

        assertThat(shop.pay(many).isProblem(422, "invalid").errors()).hasSize(50);
    }

    private Reply refuses(String body, String... errors) {
        Reply reply = shop.pay(body).isInvalid(errors);
        assertThat(payments.list(new PaymentFilter(shop.merchant(), Set.of(), null, null, null, null, 1)))
                .isEmpty();
        assertThat(idempotency.count(shop.merchant())).isZero();
        return reply;
    }

    private String order() {
        return Shop.order(shop.quote());
    }

    private String withPayee(String payee) {
        return order().replace(Shop.PAYEE, payee);
    }

    private String withAddress(String address) {
        return order().replace(Shop.ADDRESS, address);
    }

    private String withPayeeAccount(String account) {
        return withPayee("{%s, \"account\": %s}".formatted(NAME_AND_ADDRESS, account));
    }
}
