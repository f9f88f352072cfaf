package io.portolan.banks.signedjson;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.InquiryResult.Booked;
import io.portolan.domain.bank.InquiryResult.NotFound;
import io.portolan.domain.bank.InquiryResult.Pending;
import io.portolan.domain.bank.InquiryResult.Rejected;
import io.portolan.domain.bank.InquiryResult.Unknown;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedJsonBankInquireTest extends WithStubbedBank {
    private static final String BOOKED = """
            {"orderNo":"%s","bankReference":"B00000000042","kind":"COLLECTION","amount":"7200.00","currency":"CNY",\
            "state":"BOOKED","bookedAt":"2026-11-21T08:15:00.000Z","settledAt":null,"rejection":null}""".formatted(Samples.KEY);

    private static final Instant BOOKED_AT = Instant.parse("2026-11-21T08:15:00Z");

    @ParameterizedTest(name = "when the bank {0}")
    @MethodSource("misbehaviours")
    void isUnknown(ResponseDefinitionBuilder fault) {
        server.stubFor(get(anyUrl()).willReturn(fault));

        assertThat(shortTimeoutBank.inquire(Samples.COLLECTION))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown ->
                                assertThat(unknown.detail()).isNotBlank().doesNotContain("Li", "Wei", Samples.SECRET));
    }

    static Stream<Named<ResponseDefinitionBuilder>> misbehaviours() {
        return Misbehaviours.of(BOOKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "bankReference", "kind", "amount", "currency", "state", "bookedAt", "settledAt"})
    void isUnknownWhenAFieldIsMissing(String field) {
        InquiryResult result = inquiryResultFor(BOOKED.replace("\"" + field + "\"", "\"other\""));

        assertThat(result).isEqualTo(new Unknown(field + " is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderNo", "bankReference", "kind", "amount", "currency", "state", "bookedAt"})
    void isUnknownWhenAFieldIsNull(String field) {
        assertThat(inquiryResultFor(withField(field, "null"))).isEqualTo(new Unknown(field + " is null"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    orderNo,       '"pay_0123456789ABCDEFGHJK/1/1/2"', orderNo does not match our request
                    kind,          '"REFUND"',     kind does not match our request
                    amount,        '"7200.01"',    the bank has a different amount under this key
                    amount,        '"-7200.00"',   the bank has a different amount under this key
                    amount,        '"7200"',       amount is not an amount in CNY
                    amount,        '"7200.000"',   amount is not an amount in CNY
                    amount,        '"7.2e3"',      amount is not an amount in CNY
                    amount,        '7200.00',      amount is not a string
                    currency,      '"USD"',        currency does not match our request
                    bankReference, '" "',          bankReference is not 1 to 64 visible characters
                    state,         '"SETTLED"',    unknown state
                    state,         'true',         state is not a string
                    bookedAt,      '"yesterday"',  bookedAt is not a time in UTC
                    bookedAt,      '"2026-11-21T08:15:00+08:00"', bookedAt is not a time in UTC
                    bookedAt,      '"2026-02-30T08:15:00Z"', bookedAt is not a time in UTC
                    bookedAt,      '1795248900000', bookedAt is not a string
                    """)
    void isUnknownWhenAFieldIsWrong(String field, String json, String detail) {
        assertThat(inquiryResultFor(withField(field, json))).isEqualTo(new Unknown(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "\"CLOSED\"", "{\"code\":null}", "{\"code\":\"\"}"})
    void isUnknownWhenARejectionHasNoCode(String rejection) {
        String response = BOOKED.replace("\"BOOKED\"", "\"REJECTED\"")
                .replace("\"rejection\":null", "\"rejection\":" + rejection);

        assertThat(inquiryResultFor(response)).isInstanceOf(Unknown.class);
    }

    @Test
    void findsABookingThatHasNotSettled() {
        assertThat(inquiryResultFor(BOOKED)).isEqualTo(new Booked("B00000000042", BOOKED_AT, null));
    }

    @Test
    void findsABookingThatHasSettled() {
        String response = BOOKED.replace("\"settledAt\":null", "\"settledAt\":\"2026-11-21T08:16:00.250Z\"");

        assertThat(inquiryResultFor(response))
                .isEqualTo(new Booked("B00000000042", BOOKED_AT, Instant.parse("2026-11-21T08:16:00.250Z")));
    }

    @Test
    void findsWhatIsPending() {
        String response = BOOKED.replace("\"BOOKED\"", "\"RECEIVED\"").replaceFirst("\"2026[^\"]*\"", "null");

        assertThat(inquiryResultFor(response)).isEqualTo(new Pending("B00000000042"));
    }

    @Test
    void findsWhyItWasRejected() {
        String response = BOOKED.replace("\"BOOKED\"", "\"REJECTED\"")
                .replaceFirst("\"2026[^\"]*\"", "null")
                .replace("\"B00000000042\"", "null")
                .replace(
                        "\"rejection\":null",
                        "\"rejection\":{\"code\":\"ACCOUNT_CLOSED\",\"message\":\"Li Wei left\"}");

        assertThat(inquiryResultFor(response))
                .isEqualTo(new Rejected(Reason.of("account_closed", "the account is closed")));
    }

    @Test
    void findsThatTheBankNeverSawIt() {
        server.stubFor(get(anyUrl()).willReturn(jsonResponse("{\"code\":\"UNKNOWN_ORDER\",\"message\":\"no\"}", 404)));

        assertThat(bank.inquire(Samples.COLLECTION)).isEqualTo(new NotFound());
    }

    @Test
    void findsAnOrderWhoseResponseWasLost() {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        server.stubFor(get(anyUrl()).willReturn(okJson(BOOKED)));

        Submission submission = bank.instruct(Samples.COLLECTION);
        InquiryResult result = bank.inquire(Samples.COLLECTION);

        assertThat(submission).isInstanceOf(Submission.Unknown.class);
        assertThat(result).isEqualTo(new Booked("B00000000042", BOOKED_AT, null));
    }

    @Test
    void findsARejectionAlsoOfWhatWasTaken() {
        server.stubFor(post(anyUrl()).willReturn(okJson(BOOKED)));
        String rejected = BOOKED.replace("\"BOOKED\"", "\"REJECTED\"")
                .replace("\"rejection\":null", "\"rejection\":{\"code\":\"LIMIT_EXCEEDED\",\"message\":\"\"}");

        Submission submission = bank.instruct(Samples.COLLECTION);
        InquiryResult result = inquiryResultFor(rejected);

        assertThat(submission).isInstanceOf(Submission.Taken.class);
        assertThat(result)
                .isEqualTo(new Rejected(Reason.of("limit_exceeded", "the amount exceeds a limit of the bank")));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 7200", "USD, 7200.00", "KWD, 7200.000"})
    void comparesAmountsWithTheDecimalsOfTheirCurrency(String currency, String amount) {
        server.stubFor(
                get(anyUrl()).willReturn(okJson(BOOKED.replace("CNY", currency).replace("7200.00", amount))));

        InquiryResult result = bank.inquire(Samples.collection(Money.parse(Currency.of(currency), amount)));

        assertThat(result).isEqualTo(new Booked("B00000000042", BOOKED_AT, null));
    }

    @Test
    void asksByTheKeyAndNothingElse() {
        inquiryResultFor(BOOKED);

        server.verify(getRequestedFor(urlEqualTo("/domestic/v1/orders?orderNo=pay_0123456789ABCDEFGHJK%2F1%2F1%2F1")));
    }

    private InquiryResult inquiryResultFor(String response) {
        server.stubFor(get(anyUrl()).willReturn(okJson(response)));
        return bank.inquire(Samples.COLLECTION);
    }

    private static String withField(String field, String json) {
        return BOOKED.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + json);
    }
}
