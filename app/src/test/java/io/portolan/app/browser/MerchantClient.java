package io.portolan.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.environment.TestEnvironment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop that sells for 7,200 yuan to be paid out in dollars, through the API. */
final class MerchantClient implements AutoCloseable {
    private static final String QUOTE = """
            {"source": {"currency": "CNY", "amount": 720000}, "destination": {"currency": "USD"}}""";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final String key;

    MerchantClient(TestEnvironment environment) {
        api = environment.app();
        key = environment.apiKey();
    }

    /** Sends the order and returns the payment's id. */
    String pay(SampleOrder sale) throws IOException, InterruptedException {
        String quote = post("/v1/quotes", QUOTE, sale).get("id").asString();
        return post("/v1/payments", order(sale, quote), sale).get("id").asString();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static String order(SampleOrder sale, String quote) {
        return """
            {"order_reference": "%s", "quote": "%s", "max_slippage_bps": 50,
             "payer": {"name": "Li Wei", "account": {"number": "%s", "bank": "A"}},
             "payee": {"name": "Acme Outdoor LLC", "account": {"number": "%s", "bank": "C"},
                       "address": {"street": "Main Street", "building": "12", "postal_code": "94016", "city": "Daly City",
                                   "country": "US"}},
             "purpose": "GDDS", "metadata": {"cart": "77"}}""".formatted(sale.reference(), quote, sale.payer(), sale.payee());
    }

    private JsonNode post(String path, String body, SampleOrder sale) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-" + sale.reference())
                .POST(BodyPublishers.ofString(body))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isIn(201, 202);
        return JsonMapper.shared().readTree(response.body());
    }
}
