package io.portolan.simulators.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Calls bank D as Portolan does. */
public record InternationalClient(int port) {

    public static final String CLIENT_PRIVATE_KEY = "MC4CAQAwBQYDK2VwBCIEID5u6/4Cr7N9IdmAV+c0g80WQBffdK49HdmFFzAOMSKd";
    public static final String BANK_PUBLIC_KEY = "MCowBQYDK2VwAyEAQuVSRI98w3nS41psikWnpHlyVlA7gpII0AmZ9TexVzQ=";
    public static final String PAYMENTS = "/intl/payments";

    private static final String TRANSACTION = "CstmrPmtStsRpt/OrgnlPmtInfAndSts/TxInfAndSts/";

    public Response pay(String key, String amount, String account) {
        return pay(PayoutDocument.of(key, amount, account));
    }

    public Response pay(PayoutDocument document) {
        return send("POST", PAYMENTS, document.xml());
    }

    public Response status(String key) {
        return send("GET", "/intl/payments/status?id=" + encoded(key), "");
    }

    public Response payoutReturn(String key) {
        return send("GET", "/intl/payments/return?id=" + encoded(key), "");
    }

    /** The document of the payout's returns once there are this many. */
    public XmlResponse awaitReturns(String key, int count) {
        return Eventually.get(
                        () -> payoutReturn(key),
                        response -> response.status() == 200
                                && response.xml().elements("PmtRtr/TxInf").size() == count)
                .xml();
    }

    /** The entries with this key in today's statement: purpose, direction, amount and the bank's reference. */
    public List<String> entries(String account, String key) {
        return statement(account).xml().elements("BkToCstmrStmt/Stmt/Ntry").stream()
                .map(XmlResponse::new)
                .filter(entry -> entry.text("NtryDtls/TxDtls/Refs/InstrId").equals(key))
                .map(entry -> String.join(
                        " ",
                        entry.text("AddtlNtryInf"),
                        entry.text("CdtDbtInd"),
                        entry.text("Amt"),
                        entry.text("AcctSvcrRef")))
                .toList();
    }

    /** The status response once the payout has the status. */
    public Response await(String key, String status) {
        return Eventually.get(() -> status(key), response -> statusIn(response).equals(status));
    }

    public Response statement(String account) {
        return send("GET", "/intl/statement?account=" + account + "&date=" + LocalDate.now(ZoneOffset.UTC), "");
    }

    public Response send(String method, String target, String body) {
        var bytes = TestHttp.bytes(body);
        return TestHttp.send(
                port, method, target, headers(method + " " + target, Instant.now(), CLIENT_PRIVATE_KEY, bytes), bytes);
    }

    public static String statusIn(Response response) {
        return response.xml().text(TRANSACTION + "TxSts");
    }

    public static String reasonIn(Response response) {
        return response.xml().text(TRANSACTION + "StsRsnInf/Rsn/Cd");
    }

    public static String transaction(Response response, String path) {
        return response.xml().text(TRANSACTION + path);
    }

    public static Map<String, String> headers(String methodAndTarget, Instant at, String privateKey, byte[] body) {
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signedText(at.toString(), methodAndTarget, body));
            return Map.of(
                    "X-Bank-Key-Id",
                    "portolan-1",
                    "X-Bank-Date",
                    at.toString(),
                    "X-Bank-Signature",
                    Base64.getEncoder().encodeToString(signature.sign()),
                    "Content-Type",
                    "application/xml");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static boolean isBanksSignature(String date, String methodAndTarget, byte[] body, String base64) {
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(BANK_PUBLIC_KEY)));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(signedText(date, methodAndTarget, body));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] signedText(String date, String methodAndTarget, byte[] body) {
        var hash = Base64.getEncoder().encodeToString(TestHttp.sha256(body));
        return TestHttp.bytes(date + "\n" + methodAndTarget + "\n" + hash);
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
