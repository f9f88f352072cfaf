package io.portolan.db.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.fx.Price;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothServers
class JooqQuotesTest {
    private final TestDatabase db;

    JooqQuotesTest(TestServer server) {
        db = TestDatabase.shared(server);
    }

    @ParameterizedTest
    @CsvSource({"CNY, USD, 0.13882", "CNY, JPY, 21.5000", "CNY, KWD, 0.0425031234", "KWD, JPY, 480.1"})
    void aQuoteComesBackAsItWas(String source, String destination, String rate) {
        Payment payment = SamplePayments.accepted(rate, source, 720_001, destination, LossBearer.HOUSE);
        Price price = payment.price();
        Quote quote = new Quote(
                payment.order().quote(),
                payment.merchant(),
                price.source(),
                price.fee(),
                price.firmRate(),
                payment.createdAt());

        db.addQuote(payment);

        assertThat(db.database().quotes().find(SamplePayments.ACME, quote.id())).contains(quote);
        assertThat(db.database().quotes().find(new MerchantId("other"), quote.id()))
                .isEmpty();
    }
}
