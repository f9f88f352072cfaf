package io.portolan.banks.iso20022;

import io.portolan.banks.http.HttpChannel;
import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.Response;
import io.portolan.banks.http.UnsignedRequest;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.bank.Submission;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A bank that is spoken to in ISO 20022 documents under an Ed25519 signature (docs/protocols.md, section 2).
 *
 * <p>Each call is one exchange. Whatever cannot be believed, from a timeout to a report about another payout, is
 * Unknown.
 */
public final class Iso20022Bank implements PayoutBank, StatementBank, AutoCloseable {
    private static final String PAYMENTS_PATH = "/intl/payments";
    private static final String STATEMENT_PATH = "/intl/statement";

    private final Iso20022Settings settings;
    private final Clock clock;
    private final HttpChannel channel;

    public Iso20022Bank(Iso20022Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.channel = new HttpChannel(settings.baseUri(), settings.timeLimit());
    }

    @Override
    public Submission instruct(PayoutOrder order) {
        Instant now = clock.instant();
        if (!now.isBefore(order.sendUntil())) {
            return Submission.notSentAfter(order.sendUntil());
        }
        Optional<Reason> unrepresentable = PaymentInitiation.findUnrepresentable(order);
        if (unrepresentable.isPresent()) {
            // Never sent, under this key or in this attempt, so nothing can have moved.
            return new Submission.Rejected(unrepresentable.get());
        }
        try {
            String document = new PaymentInitiation(order, settings.accountHolder(), now).xml();
            Response response = exchange(channel.post(PAYMENTS_PATH, document), now, HttpChannel.MAX_RESPONSE_BYTES);
            return new StatusReportReader(order).readSubmission(response);
        } catch (InvalidResponse e) {
            return new Submission.Unknown(e.detail());
        }
    }

    @Override
    public InquiryResult inquire(PayoutOrder order) {
        try {
            return new StatusReportReader(order).readInquiryResult(ask("/status", order));
        } catch (InvalidResponse e) {
            return new InquiryResult.Unknown(e.detail());
        }
    }

    @Override
    public List<PayoutReturn> findReturns(PayoutOrder order) {
        try {
            return new PaymentReturnReader(order).read(ask("/return", order));
        } catch (InvalidResponse e) {
            // Nothing returned, or nothing that may be believed: in both cases the question is asked again.
            return List.of();
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

    private Response ask(String question, PayoutOrder order) throws InvalidResponse {
        UnsignedRequest request =
                channel.get(PAYMENTS_PATH + question).with("id", order.key().value());
        return exchange(request, clock.instant(), HttpChannel.MAX_RESPONSE_BYTES);
    }

    private Response exchange(UnsignedRequest request, Instant signedAt, int maxBytes) throws InvalidResponse {
        return channel.send(sign(request, signedAt), maxBytes);
    }

    private HttpRequest sign(UnsignedRequest request, Instant signedAt) {
        String timestamp = IsoDateTime.format(signedAt);
        String hash = SignatureBase.hashOf(request.bodyBytes());
        var base = new SignatureBase(timestamp, request.method(), request.pathWithQuery(), hash);
        return request.toBuilder("application/xml")
                .header("X-Bank-Key-Id", settings.keyId())
                .header("X-Bank-Date", timestamp)
                .header("X-Bank-Signature", base.sign(settings.privateKey()))
                .build();
    }
}
