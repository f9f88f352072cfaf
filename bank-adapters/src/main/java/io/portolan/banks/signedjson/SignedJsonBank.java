package io.portolan.banks.signedjson;

import io.portolan.banks.http.HttpChannel;
import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.Response;
import io.portolan.banks.http.UnsignedRequest;
import io.portolan.domain.bank.CollectionBank;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.bank.Submission;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A bank that is spoken to in JSON under an HMAC signature (docs/protocols.md, section 1).
 *
 * <p>Each call is one exchange. Whatever cannot be believed, from a timeout to a response about another order, is
 * Unknown.
 */
public final class SignedJsonBank implements CollectionBank, StatementBank, AutoCloseable {
    private static final String ORDERS_PATH = "/domestic/v1/orders";
    private static final String STATEMENT_PATH = "/domestic/v1/statement";

    private final SignedJsonSettings settings;
    private final Clock clock;
    private final HttpChannel channel;

    public SignedJsonBank(SignedJsonSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.channel = new HttpChannel(settings.baseUri(), settings.timeLimit());
    }

    @Override
    public Submission instruct(DomesticOrder order) {
        Instant now = clock.instant();
        if (!now.isBefore(order.sendUntil())) {
            return Submission.notSentAfter(order.sendUntil());
        }
        if (!OrderRequest.isRepresentable(order)) {
            // Never sent, under this key or in this attempt, so nothing can have moved.
            return new Submission.Rejected(Reason.of("iban_not_supported", "this bank does not support IBANs"));
        }
        try {
            UnsignedRequest request = channel.post(ORDERS_PATH, new OrderRequest(order, settings).json());
            return new OrderResponseReader(order)
                    .readSubmission(exchange(request, now, HttpChannel.MAX_RESPONSE_BYTES));
        } catch (InvalidResponse e) {
            return new Submission.Unknown(e.detail());
        }
    }

    @Override
    public InquiryResult inquire(DomesticOrder order) {
        try {
            UnsignedRequest request =
                    channel.get(ORDERS_PATH).with("orderNo", order.key().value());
            return new OrderResponseReader(order)
                    .readInquiryResult(exchange(request, clock.instant(), HttpChannel.MAX_RESPONSE_BYTES));
        } catch (InvalidResponse e) {
            return new InquiryResult.Unknown(e.detail());
        }
    }

    @Override
    public Statement statement(NostroAccount account, LocalDate date) {
        try {
            UnsignedRequest request = channel.get(STATEMENT_PATH)
                    .with("account", account.number())
                    .with("date", date.toString());
            return new StatementReader(account, date)
                    .read(exchange(request, clock.instant(), HttpChannel.MAX_STATEMENT_BYTES));
        } catch (InvalidResponse e) {
            throw new StatementUnavailable(e.detail());
        }
    }

    /** Cancels requests in flight and closes the connections. */
    @Override
    public void close() {
        channel.close();
    }

    private Response exchange(UnsignedRequest request, Instant signedAt, int maxBytes) throws InvalidResponse {
        return channel.send(sign(request, signedAt), maxBytes);
    }

    private HttpRequest sign(UnsignedRequest request, Instant signedAt) {
        String timestamp = Long.toString(signedAt.toEpochMilli());
        String nonce = UUID.randomUUID().toString();
        String hash = SignatureBase.hashOf(request.bodyBytes());
        var base = new SignatureBase(request.method(), request.pathWithQuery(), timestamp, nonce, hash);
        return request.toBuilder("application/json")
                .header("X-Client-Id", settings.clientId())
                .header("X-Timestamp", timestamp)
                .header("X-Nonce", nonce)
                .header("X-Signature", base.sign(settings.secret()))
                .build();
    }
}
