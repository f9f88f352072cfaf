package io.portolan.banks.signedjson;

import io.portolan.domain.bank.CollectionBank;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.bank.Submission;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The domestic bank, spoken to in JSON under an HMAC signature (docs/protocols.md, section 1).
 *
 * <p>Each call is one exchange. Whatever cannot be believed, from a timeout to an answer about another order, is Unknown or Unclear.
 */
public final class SignedJsonBank implements CollectionBank, StatementBank, AutoCloseable {
    private static final String ORDERS_PATH = "/domestic/v1/orders";
    private static final String STATEMENT_PATH = "/domestic/v1/statement";
    private static final int MAX_RESPONSE_BYTES = 64 * 1024;
    private static final int MAX_STATEMENT_BYTES = 8 * 1024 * 1024;

    private final SignedJsonSettings settings;
    private final Clock clock;
    private final HttpChannel channel;

    public SignedJsonBank(SignedJsonSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.channel = new HttpChannel(settings.timeLimit());
    }

    @Override
    public Submission instruct(DomesticOrder order) {
        if (!OrderRequest.isRepresentable(order)) {
            // Never sent, under this key or in this attempt, so nothing can have moved.
            return new Submission.Rejected(Reason.of("iban_not_served", "the domestic bank serves no IBANs"));
        }
        try {
            HttpRequest request = signedRequest("POST", ORDERS_PATH, new OrderRequest(order, settings).json());
            return new OrderResponseReader(order).readSubmission(channel.send(request, MAX_RESPONSE_BYTES));
        } catch (InvalidResponse e) {
            return new Submission.Unknown(e.detail());
        }
    }

    @Override
    public InquiryResult inquire(DomesticOrder order) {
        try {
            HttpRequest request = signedRequest(
                    "GET", ORDERS_PATH + "?orderNo=" + urlEncode(order.key().value()), "");
            return new OrderResponseReader(order).readInquiryResult(channel.send(request, MAX_RESPONSE_BYTES));
        } catch (InvalidResponse e) {
            return new InquiryResult.Unknown(e.detail());
        }
    }

    @Override
    public Statement statement(NostroAccount account, LocalDate date) {
        try {
            String query = "?account=" + urlEncode(account.number()) + "&date=" + date;
            Response answer = channel.send(signedRequest("GET", STATEMENT_PATH + query, ""), MAX_STATEMENT_BYTES);
            if (answer.status() != 200) {
                throw answer.unexpectedStatus();
            }
            return new StatementReader(account, date).read(answer.json());
        } catch (InvalidResponse e) {
            throw new StatementUnavailable(e.detail());
        }
    }

    /** Gives up what is under way, and the connections. */
    @Override
    public void close() {
        channel.close();
    }

    private HttpRequest signedRequest(String method, String target, String body) {
        URI address = URI.create(settings.baseUri().toString().replaceAll("/+$", "") + target);
        String timestamp = Long.toString(clock.millis());
        String nonce = UUID.randomUUID().toString();
        String hash = SignatureBase.hashOf(body.getBytes(StandardCharsets.UTF_8));
        var text = new SignatureBase(method, pathWithQuery(address), timestamp, nonce, hash);
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("X-Client-Id", settings.clientId())
                .header("X-Timestamp", timestamp)
                .header("X-Nonce", nonce)
                .header("X-Signature", text.sign(settings.secret()))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private static String pathWithQuery(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    private static String urlEncode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
