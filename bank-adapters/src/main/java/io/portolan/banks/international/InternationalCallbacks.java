package io.portolan.banks.international;

import io.portolan.domain.bank.CallbackHint;
import io.portolan.domain.identity.InstructionKey;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells the international bank's callbacks from anybody else's.
 *
 * <p>A captured callback can be sent again within five minutes; it then has the message id that it had before, and says nothing new.
 */
public final class InternationalCallbacks {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int LONGEST_BODY = 64 * 1024;
    private static final String TRANSACTION = "OrgnlPmtInfAndSts/TxInfAndSts";

    private final String bankKeyId;
    private final PublicKey bankKey;
    private final Clock clock;

    public InternationalCallbacks(String bankKeyId, PublicKey bankKey, Clock clock) {
        this.bankKeyId = bankKeyId;
        this.bankKey = bankKey;
        this.clock = clock;
    }

    /** Judges one POST by the raw path with its query, the headers by name, and the body as it came. */
    public CallbackHint verify(String pathWithQuery, Function<String, Optional<String>> headers, byte[] body) {
        if (body.length > LONGEST_BODY) {
            return new CallbackHint.Malformed("the body is larger than " + LONGEST_BODY + " bytes");
        }
        if (!headers.apply("X-Bank-Key-Id").orElse("").equals(bankKeyId)) {
            return new CallbackHint.Forged("X-Bank-Key-Id is not the bank's");
        }
        String date = headers.apply("X-Bank-Date").orElse("");
        if (!isRecent(date)) {
            return new CallbackHint.Forged("X-Bank-Date is not a time within five minutes");
        }
        var text = new SignedText(date, "POST", pathWithQuery, SignedText.hashOf(body));
        if (!text.isSignedBy(headers.apply("X-Bank-Signature").orElse(""), bankKey)) {
            return new CallbackHint.Forged("X-Bank-Signature is not the bank's");
        }
        return hintOf(new String(body, StandardCharsets.UTF_8));
    }

    private boolean isRecent(String date) {
        try {
            return Duration.between(Instant.parse(date), clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static CallbackHint hintOf(String body) {
        try {
            XmlElement report = XmlElement.document(body, "pain.002.001.10").child("CstmrPmtStsRpt");
            return new CallbackHint.Genuine(
                    key(report.text(TRANSACTION + "/OrgnlInstrId")),
                    report.word("GrpHdr/MsgId"),
                    report.word(TRANSACTION + "/TxSts"));
        } catch (Untrustworthy e) {
            return new CallbackHint.Malformed(e.detail());
        }
    }

    private static InstructionKey key(String id) throws Untrustworthy {
        try {
            return InstructionKey.parse(id);
        } catch (IllegalArgumentException e) {
            throw new Untrustworthy("OrgnlInstrId is not a key of ours");
        }
    }
}
