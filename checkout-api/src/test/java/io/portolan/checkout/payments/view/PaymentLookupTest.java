package io.portolan.checkout.payments.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ScriptedPayment;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.plan.MovementKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class PaymentLookupTest {
    @Autowired
    private CheckoutTestApplication application;

    @Autowired
    private InMemoryPayments payments;

    private MerchantClient client;

    @BeforeEach
    void open(@Autowired ServletWebServerApplicationContext server) {
        client = application.newClient(server);
    }

    @Test
    void showsBothFlowsOfEachLeg() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .settles(MovementKind.COLLECTION)
                .books(MovementKind.TOP_UP)
                .books(MovementKind.TRADE)
                .begins(MovementKind.PAYOUT);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("processing");
        assertThat(reply.json().at("/reason").isNull()).isTrue();
        assertThat(reply.json().at("/legs").toString()).isEqualTo("""
                [{"leg":"collection","booking":"booked","settlement":"settled","booked_at":"2026-11-21T12:00:01.500Z",\
                "settled_at":"2026-11-21T22:00:00.000Z"},\
                {"leg":"conversion","booking":"booked","settlement":"unsettled","booked_at":"2026-11-21T12:00:01.500Z","settled_at":null},\
                {"leg":"payout","booking":"instructed","settlement":"unsettled","booked_at":null,"settled_at":null}]""");
    }

    @Test
    void showsThatAPaymentIsCompleted() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .books(MovementKind.COLLECTION)
                .books(MovementKind.TRADE)
                .books(MovementKind.PAYOUT);

        assertThat(lookUp(payment).text("/status")).isEqualTo("completed");
    }

    @Test
    void showsWhatANewRateGivesTheSeller() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(MovementKind.COLLECTION).requotes("0.13850");

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/rate")).isEqualTo("0.1385");
        assertThat(reply.json().at("/destination").toString()).isEqualTo("{\"currency\":\"USD\",\"amount\":99221}");
        assertThat(reply.text("/status")).isEqualTo("processing");
        assertThat(reply.json().at("/reason").isNull()).isTrue();
    }

    @Test
    void showsTheNewestAttemptOfALeg() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .books(MovementKind.COLLECTION)
                .books(MovementKind.TOP_UP)
                .rejects(MovementKind.TRADE)
                .requotes("0.13850")
                .books(MovementKind.TRADE);

        assertThat(lookUp(payment).text("/legs/1/booking")).isEqualTo("booked");
    }

    @Test
    void showsNoReasonOnceAPaymentIsCompleted() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .books(MovementKind.COLLECTION)
                .requotes("0.13850")
                .begins(MovementKind.TOP_UP)
                .parks(MovementKind.TOP_UP)
                .books(MovementKind.TOP_UP)
                .books(MovementKind.TRADE)
                .books(MovementKind.PAYOUT);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("completed");
        assertThat(reply.json().at("/reason").isNull()).isTrue();
    }

    @Test
    void keepsToItselfWhatIsShortOnOurSide() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(MovementKind.COLLECTION).waitsForFunds(MovementKind.TOP_UP);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("processing");
        assertThat(reply.text("/reason/detail"))
                .isEqualTo("The payment is delayed on our side or a bank's, and goes on by itself.");
    }

    @Test
    void showsWhyAPaymentFailed() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).rejects(MovementKind.COLLECTION);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("failed");
        assertThat(reply.json().at("/reason").toString())
                .isEqualTo("{\"code\":\"AC04\",\"detail\":\"The account is closed.\"}");
        assertThat(reply.text("/legs/0/booking")).isEqualTo("rejected");
        assertThat(reply.json().at("/legs/0/booked_at").isNull()).isTrue();
    }

    @Test
    void showsAParkedPaymentAsProcessingWithItsReason() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).begins(MovementKind.COLLECTION).parks(MovementKind.COLLECTION);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("processing");
        assertThat(reply.text("/reason/code")).isEqualTo("outcome-unknown");
        assertThat(reply.text("/legs/0/booking")).isEqualTo("unknown");
    }

    @Test
    void showsAnUnknownTopUpAsAnUnknownConversion() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .books(MovementKind.COLLECTION)
                .begins(MovementKind.TOP_UP)
                .parks(MovementKind.TOP_UP);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/legs/1/booking")).isEqualTo("unknown");
    }

    @Test
    void showsAConversionThatIsToppedUpAsInstructedAndNotAsBooked() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(MovementKind.COLLECTION).books(MovementKind.TOP_UP);

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/legs/1/booking")).isEqualTo("instructed");
        assertThat(reply.json().at("/legs/1/booked_at").isNull()).isTrue();
    }

    @Test
    void showsWhatWasRefunded() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).books(MovementKind.COLLECTION).unwinds();
        assertThat(lookUp(payment).text("/status")).isEqualTo("refunding");
        assertThat(lookUp(payment).json().at("/refunded").isNull()).isTrue();

        ScriptedPayment.of(payments, payment).books(MovementKind.REFUND);

        ApiReply reply = lookUp(payment);
        assertThat(reply.text("/status")).isEqualTo("refunded");
        assertThat(reply.json().at("/refunded").toString()).isEqualTo("{\"currency\":\"CNY\",\"amount\":720000}");
        assertThat(reply.text("/reason/code")).isEqualTo("no-rate");
    }

    @Test
    void showsThatABankReturnedThePayout() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment)
                .books(MovementKind.COLLECTION)
                .books(MovementKind.TRADE)
                .books(MovementKind.PAYOUT)
                .returns();

        ApiReply reply = lookUp(payment);

        assertThat(reply.text("/status")).isEqualTo("refunding");
        assertThat(reply.text("/reason/code")).isEqualTo("payout_returned");
        assertThat(reply.text("/legs/2/settlement")).isEqualTo("returned");
    }

    @Test
    void hidesAnotherMerchantsPayment(@Autowired ServletWebServerApplicationContext server) {
        String id = client.pay().text("/id");
        MerchantClient other = application.newClient(server);

        ApiReply reply = other.get("/v1/payments/" + id).assertProblem(404, "not-found");
        assertThat(reply.errors()).containsExactly("?id payment-unknown");
        other.get("/v1/payments/" + id + "/events").assertProblem(404, "not-found");
        other.cancel(id).assertProblem(404, "not-found");
        assertThat(other.get("/v1/payments").json().at("/data").isEmpty()).isTrue();
    }

    @Test
    void findsNoPaymentForAMalformedId() {
        client.get("/v1/payments/pay_1").assertProblem(404, "not-found");
        client.get("/v1/payments/pay_00000000000000000000").assertProblem(404, "not-found");
        client.get("/v1/payments/quo_00000000000000000000").assertProblem(404, "not-found");
    }

    private ApiReply lookUp(ApiReply payment) {
        ApiReply reply = client.get("/v1/payments/" + payment.text("/id"));
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }
}
