package io.portolan.banks.iso20022;

import io.portolan.domain.bank.CallbackHint;
import io.portolan.domain.ids.InstructionKey;
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
public final class Iso20022CallbackVerifier {
    private static final Duration TIMESTAMP_TOLERANCE = Duration.ofMinutes(5);
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final String TRANSACTION_PATH = "OrgnlPmtInfAndSts/TxInfAndSts";

    private final String bankKeyId;
    private final PublicKey bankPublicKey;
    private final Clock clock;

    public Iso20022CallbackVerifier(String bankKeyId, PublicKey bankKey, Clock clock) {
        this.bankKeyId = bankKeyId;
        this.bankPublicKey = bankKey;
        this.clock = clock;
    }

    /** Judges one POST by the raw path with its query, the headers by name, and the body as it came. */
    public CallbackHint verify(String pathWithQuery, Function<String, Optional<String>> headers, byte[] body) {
        if (body.length > MAX_BODY_BYTES) {
            return new CallbackHint.Malformed("the body is larger than " + MAX_BODY_BYTES + " bytes");
        }
        if (!headers.apply("X-Bank-Key-Id").orElse("").equals(bankKeyId)) {
            return new CallbackHint.Unauthenticated("X-Bank-Key-Id is not the bank's");
        }
        String date = headers.apply("X-Bank-Date").orElse("");
        if (!isRecent(date)) {
            return new CallbackHint.Unauthenticated("X-Bank-Date is not a time within five minutes");
        }
        var text = new SignatureBase(date, "POST", pathWithQuery, SignatureBase.hashOf(body));
        if (!text.isSignedBy(headers.apply("X-Bank-Signature").orElse(""), bankPublicKey)) {
            return new CallbackHint.Unauthenticated("X-Bank-Signature is not the bank's");
        }
        return hintOf(new String(body, StandardCharsets.UTF_8));
    }

    private boolean isRecent(String date) {
        try {
            return Duration.between(Instant.parse(date), clock.instant()).abs().compareTo(TIMESTAMP_TOLERANCE) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static CallbackHint hintOf(String body) {
        try {
            XmlElement report =
                    XmlElement.parseDocument(body, "pain.002.001.10").child("CstmrPmtStsRpt");
            return new CallbackHint.Genuine(
                    parseKey(report.text(TRANSACTION_PATH + "/OrgnlInstrId")),
                    report.identifier("GrpHdr/MsgId"),
                    report.identifier(TRANSACTION_PATH + "/TxSts"));
        } catch (InvalidResponse e) {
            return new CallbackHint.Malformed(e.detail());
        }
    }

    private static InstructionKey parseKey(String id) throws InvalidResponse {
        try {
            return InstructionKey.parse(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidResponse("OrgnlInstrId is not a key of ours");
        }
    }
}
