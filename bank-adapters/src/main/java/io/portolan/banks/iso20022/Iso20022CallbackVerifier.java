package io.portolan.banks.iso20022;

import io.portolan.banks.http.CallbackLimits;
import io.portolan.banks.http.InvalidResponse;
import io.portolan.domain.bank.CallbackVerification;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Verifies that a callback comes from the bank.
 *
 * <p>A captured callback can be sent again within five minutes; it then has the message id that it had before, and says
 * nothing new.
 */
public final class Iso20022CallbackVerifier {
    private static final String TRANSACTION_PATH = "OrgnlPmtInfAndSts/TxInfAndSts";

    private final String bankKeyId;
    private final PublicKey bankPublicKey;
    private final Clock clock;

    public Iso20022CallbackVerifier(String bankKeyId, PublicKey bankPublicKey, Clock clock) {
        this.bankKeyId = bankKeyId;
        this.bankPublicKey = bankPublicKey;
        this.clock = clock;
    }

    /** Verifies one POST by the raw path with its query, the headers by name, and the body as it came. */
    public CallbackVerification verify(String pathWithQuery, Function<String, Optional<String>> headers, byte[] body) {
        if (CallbackLimits.isTooLarge(body)) {
            return CallbackLimits.tooLarge();
        }
        if (!headers.apply("X-Bank-Key-Id").orElse("").equals(bankKeyId)) {
            return new CallbackVerification.Unauthenticated("X-Bank-Key-Id is not valid");
        }
        String timestamp = headers.apply("X-Bank-Date").orElse("");
        if (!isRecent(timestamp)) {
            return new CallbackVerification.Unauthenticated(
                    "X-Bank-Date is missing, malformed or more than five minutes off");
        }
        var base = new SignatureBase(timestamp, "POST", pathWithQuery, SignatureBase.hashOf(body));
        if (!base.isSignedBy(headers.apply("X-Bank-Signature").orElse(""), bankPublicKey)) {
            return new CallbackVerification.Unauthenticated("X-Bank-Signature is not valid");
        }
        return hintOf(new String(body, StandardCharsets.UTF_8));
    }

    private boolean isRecent(String timestamp) {
        try {
            return CallbackLimits.isRecent(Instant.parse(timestamp), clock);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static CallbackVerification hintOf(String body) {
        try {
            XmlElement report =
                    XmlElement.parseDocument(body, "pain.002.001.10").child("CstmrPmtStsRpt");
            return new CallbackVerification.Genuine(
                    report.get(TRANSACTION_PATH + "/OrgnlInstrId").instructionKey(),
                    report.get("GrpHdr/MsgId").identifier(),
                    report.get(TRANSACTION_PATH + "/TxSts").identifier());
        } catch (InvalidResponse e) {
            return new CallbackVerification.Malformed(e.detail());
        }
    }
}
