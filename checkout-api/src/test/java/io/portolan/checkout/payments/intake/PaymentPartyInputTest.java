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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class PaymentPartyInputTest {
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
        assertRejected(
                withPayeeAccount("{\"number\": \"123456\", \"bank\": \"Bank C\"}"), "/payee/account/bank bank-format");
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
        assertRejected(
                withAddress(MerchantClient.ADDRESS.replace("Main Street", "  ")), "/payee/address/street text-format");
        assertRejected(
                withAddress(MerchantClient.ADDRESS.replace("Main Street", "Main\\u0000Street")),
                "/payee/address/street text-format");
        assertRejected(
                withAddress(MerchantClient.ADDRESS.replace("Main Street", "Main\\ud800Street")),
                "/payee/address/street text-format");
    }

    @Test
    void takesKosovoForACountry() {
        ApiReply reply = client.pay(withAddress(MerchantClient.ADDRESS.replace("\"US\"", "\"XK\"")));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text("/payee/country")).isEqualTo("XK");
    }

    @Test
    void takesNoIbanOfAPayer() {
        String order = order().replace(
                        MerchantClient.PAYER,
                        "{\"name\": \"Li Wei\", \"account\": {\"iban\": \"DE89370400440532013000\"}}");

        assertRejected(order, "/payer/account local-account");
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
