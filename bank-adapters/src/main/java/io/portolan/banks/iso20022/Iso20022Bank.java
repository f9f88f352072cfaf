package io.portolan.banks.iso20022;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.PayoutReturn;
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
import java.util.Optional;

/**
 * The international bank, spoken to in ISO 20022 documents under an Ed25519 signature (docs/protocols.md, section 2).
 *
 * <p>Each call is one exchange. Whatever cannot be believed, from a timeout to a report about another payout, is Unknown or Unclear.
 */
public final class Iso20022Bank implements PayoutBank, StatementBank, AutoCloseable {
    private static final String PAYMENTS_PATH = "/intl/payments";
    private static final int MAX_RESPONSE_BYTES = 64 * 1024;
    private static final int MAX_STATEMENT_BYTES = 8 * 1024 * 1024;

    private final Iso20022Settings settings;
    private final Clock clock;
    private final HttpChannel channel;

    public Iso20022Bank(Iso20022Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.channel = new HttpChannel(settings.timeLimit());
    }

    @Override
    public Submission instruct(PayoutOrder order) {
        if (!PaymentInitiation.isRepresentable(order)) {
            // Never sent, under this key or in this attempt, so nothing can have moved.
            return new Submission.Rejected(new Reason(
                    "unwritable_payee", "the payee has characters that no bank takes", Reason.Remedy.CORRECT_PAYEE));
        }
        try {
            String document = new PaymentInitiation(order, settings.accountHolder(), clock).xml();
            Response answer = channel.send(signedRequest("POST", PAYMENTS_PATH, document), MAX_RESPONSE_BYTES);
            return new StatusReportReader(order).readSubmission(answer);
        } catch (InvalidResponse e) {
            return new Submission.Unknown(e.detail());
        }
    }

    @Override
    public InquiryResult inquire(PayoutOrder order) {
        try {
            return new StatusReportReader(order).readInquiryResult(sendInquiry(order, "/status"));
        } catch (InvalidResponse e) {
            return new InquiryResult.Unknown(e.detail());
        }
    }

    @Override
    public Optional<PayoutReturn> findReturn(PayoutOrder order) {
        try {
            return Optional.of(new PaymentReturnReader(order).read(sendInquiry(order, "/return")));
        } catch (InvalidResponse e) {
            // Nothing returned, or nothing that may be believed: in both cases the question is asked again.
            return Optional.empty();
        }
    }

    @Override
    public Statement statement(NostroAccount account, LocalDate date) {
        try {
            String target = "/intl/statement?account=" + urlEncode(account.number()) + "&date=" + date;
            Response answer = channel.send(signedRequest("GET", target, ""), MAX_STATEMENT_BYTES);
            return new StatementReader(account, date).read(answer);
        } catch (InvalidResponse e) {
            throw new StatementUnavailable(e.detail());
        }
    }

    /** Gives up what is under way, and the connections. */
    @Override
    public void close() {
        channel.close();
    }

    private Response sendInquiry(PayoutOrder order, String what) throws InvalidResponse {
        String target = PAYMENTS_PATH + what + "?id=" + urlEncode(order.key().value());
        return channel.send(signedRequest("GET", target, ""), MAX_RESPONSE_BYTES);
    }

    private HttpRequest signedRequest(String method, String target, String body) {
        URI address = URI.create(settings.baseUri().toString().replaceAll("/+$", "") + target);
        String date = IsoDateTime.format(clock.instant());
        String hash = SignatureBase.hashOf(body.getBytes(StandardCharsets.UTF_8));
        var text = new SignatureBase(date, method, pathWithQuery(address), hash);
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/xml")
                .header("X-Bank-Key-Id", settings.keyId())
                .header("X-Bank-Date", date)
                .header("X-Bank-Signature", text.sign(settings.privateKey()))
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
