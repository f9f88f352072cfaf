package io.portolan.app.settings;

import java.net.URI;
import java.time.Duration;

/** Where the other side is and what we sign with. */
public record BankSettings(
        Duration timeout, URI callbacks, Domestic domestic, International international, Dealer dealer) {

    /** The domestic bank, with its shared secret. */
    public record Domestic(URI uri, String clientId, String secret) {}

    /** The international bank, with our Ed25519 key (PKCS#8) and the bank's (X.509), both in Base64. */
    public record International(
            URI uri, String clientKeyId, String clientPrivateKey, String bankKeyId, String bankPublicKey) {}

    /** The FX dealer, with its shared secret. */
    public record Dealer(URI uri, String secret) {}
}
