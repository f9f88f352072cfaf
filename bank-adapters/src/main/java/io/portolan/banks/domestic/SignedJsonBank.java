package io.portolan.banks.domestic;

import io.portolan.domain.bank.CollectionBank;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
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
    private static final String ORDERS = "/domestic/v1/orders";
    private static final String STATEMENT = "/domestic/v1/statement";
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_STATEMENT = 8 * 1024 * 1024;

    private final DomesticSettings settings;
    private final Clock clock;
    private final Line line;

    public SignedJsonBank(DomesticSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.line = new Line(settings.timeLimit());
    }

    @Override
    public LegOutcome instruct(DomesticOrder order) {
        if (!OrderRequest.canSay(order)) {
            // Never sent, under this key or in this attempt, so nothing can have moved.
            return new LegOutcome.Rejected(Reason.of("iban_not_served", "the domestic bank serves no IBANs"));
        }
        try {
            HttpRequest request = signed("POST", ORDERS, new OrderRequest(order, settings).json());
            return new OrderAnswer(order).toInstruction(line.exchange(request, LONGEST_ANSWER));
        } catch (Untrustworthy e) {
            return new LegOutcome.Unknown(e.detail());
        }
    }

    @Override
    public Finding inquire(DomesticOrder order) {
        try {
            HttpRequest request =
                    signed("GET", ORDERS + "?orderNo=" + encoded(order.key().value()), "");
            return new OrderAnswer(order).toInquiry(line.exchange(request, LONGEST_ANSWER));
        } catch (Untrustworthy e) {
            return new Finding.Unclear(e.detail());
        }
    }

    @Override
    public Statement statement(NostroAccount account, LocalDate date) {
        try {
            String query = "?account=" + encoded(account.number()) + "&date=" + date;
            Answer answer = line.exchange(signed("GET", STATEMENT + query, ""), LONGEST_STATEMENT);
            if (answer.status() != 200) {
                throw answer.unexpected();
            }
            return new StatementAnswer(account, date).read(answer.fields());
        } catch (Untrustworthy e) {
            throw new StatementUnavailable(e.detail());
        }
    }

    /** Gives up what is under way, and the connections. */
    @Override
    public void close() {
        line.close();
    }

    private HttpRequest signed(String method, String target, String body) {
        URI address = URI.create(settings.bank().toString().replaceAll("/+$", "") + target);
        String timestamp = Long.toString(clock.millis());
        String nonce = UUID.randomUUID().toString();
        String hash = SignedText.hashOf(body.getBytes(StandardCharsets.UTF_8));
        var text = new SignedText(method, pathWithQuery(address), timestamp, nonce, hash);
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("X-Client-Id", settings.clientId())
                .header("X-Timestamp", timestamp)
                .header("X-Nonce", nonce)
                .header("X-Signature", text.signature(settings.secret()))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private static String pathWithQuery(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
