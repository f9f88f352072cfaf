package io.portolan.banks.international;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.PayoutReturn;
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
import java.util.Optional;

/**
 * The international bank, spoken to in ISO 20022 documents under an Ed25519 signature (docs/protocols.md, section 2).
 *
 * <p>Each call is one exchange. Whatever cannot be believed, from a timeout to a report about another payout, is Unknown or Unclear.
 */
public final class Iso20022Bank implements PayoutBank, StatementBank, AutoCloseable {
    private static final String PAYMENTS = "/intl/payments";
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_STATEMENT = 8 * 1024 * 1024;

    private final InternationalSettings settings;
    private final Clock clock;
    private final Line line;

    public Iso20022Bank(InternationalSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.line = new Line(settings.timeLimit());
    }

    @Override
    public LegOutcome instruct(PayoutOrder order) {
        if (!PaymentInitiation.canSay(order)) {
            // Never sent, under this key or in this attempt, so nothing can have moved.
            return new LegOutcome.Rejected(new Reason(
                    "unwritable_payee", "the payee has characters that no bank takes", Reason.Remedy.CORRECT_PAYEE));
        }
        try {
            String document = new PaymentInitiation(order, settings.accountHolder(), clock).xml();
            Answer answer = line.exchange(signed("POST", PAYMENTS, document), LONGEST_ANSWER);
            return new StatusReport(order).toInstruction(answer);
        } catch (Untrustworthy e) {
            return new LegOutcome.Unknown(e.detail());
        }
    }

    @Override
    public Finding inquire(PayoutOrder order) {
        try {
            return new StatusReport(order).toInquiry(ask(order, "/status"));
        } catch (Untrustworthy e) {
            return new Finding.Unclear(e.detail());
        }
    }

    @Override
    public Optional<PayoutReturn> findReturn(PayoutOrder order) {
        try {
            return Optional.of(new ReturnReport(order).read(ask(order, "/return")));
        } catch (Untrustworthy e) {
            // Nothing returned, or nothing that may be believed: in both cases the question is asked again.
            return Optional.empty();
        }
    }

    @Override
    public Statement statement(NostroAccount account, LocalDate date) {
        try {
            String target = "/intl/statement?account=" + encoded(account.number()) + "&date=" + date;
            Answer answer = line.exchange(signed("GET", target, ""), LONGEST_STATEMENT);
            return new StatementReport(account, date).read(answer);
        } catch (Untrustworthy e) {
            throw new StatementUnavailable(e.detail());
        }
    }

    /** Gives up what is under way, and the connections. */
    @Override
    public void close() {
        line.close();
    }

    private Answer ask(PayoutOrder order, String what) throws Untrustworthy {
        String target = PAYMENTS + what + "?id=" + encoded(order.key().value());
        return line.exchange(signed("GET", target, ""), LONGEST_ANSWER);
    }

    private HttpRequest signed(String method, String target, String body) {
        URI address = URI.create(settings.bank().toString().replaceAll("/+$", "") + target);
        String date = BankTime.text(clock.instant());
        String hash = SignedText.hashOf(body.getBytes(StandardCharsets.UTF_8));
        var text = new SignedText(date, method, pathWithQuery(address), hash);
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/xml")
                .header("X-Bank-Key-Id", settings.keyId())
                .header("X-Bank-Date", date)
                .header("X-Bank-Signature", text.signature(settings.key()))
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
