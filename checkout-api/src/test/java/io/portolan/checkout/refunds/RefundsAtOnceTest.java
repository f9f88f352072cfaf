package io.portolan.checkout.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.checkout.testing.ApiReply;
import io.portolan.checkout.testing.CheckoutTestApplication;
import io.portolan.checkout.testing.MerchantClient;
import io.portolan.checkout.testing.ScriptedPayment;
import io.portolan.checkout.testing.ServedApi;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ServedApi
class RefundsAtOnceTest {
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
    void acceptsRefundsAtOnceOnlyUpToWhatWasPaid() throws Exception {
        String id = completed();
        String half = "{\"amount\": {\"currency\": \"CNY\", \"amount\": 360000}}";

        List<ApiReply> replies = atOnce(8, () -> client.refund(id, half));

        assertThat(replies.stream().filter(reply -> reply.status() == 202)).hasSize(2);
        assertThat(replies.stream().map(ApiReply::status)).containsOnly(202, 409);
        assertThat(stored(id).refundable().isZero()).isTrue();
    }

    @Test
    void acceptsOneOfTwoRefundsAtOnceThatTogetherExceedTheAmount() throws Exception {
        String id = completed();
        String most = "{\"amount\": {\"currency\": \"CNY\", \"amount\": 400000}}";

        List<ApiReply> replies = atOnce(2, () -> client.refund(id, most));

        assertThat(replies.stream().map(ApiReply::status)).containsExactlyInAnyOrder(202, 422);
        assertThat(stored(id).refundable().minorUnits()).isEqualTo(320_000);
    }

    private String completed() {
        ApiReply payment = client.pay();
        ScriptedPayment.of(payments, payment).completes();
        return payment.text("/id");
    }

    private Payment stored(String id) {
        return payments.get(new PaymentId(id));
    }

    private static List<ApiReply> atOnce(int times, Callable<ApiReply> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Stream.generate(() -> call).limit(times).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
