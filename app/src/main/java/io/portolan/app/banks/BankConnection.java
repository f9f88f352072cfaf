package io.portolan.app.banks;

import io.portolan.app.settings.BankSettings;
import io.portolan.app.settings.ConnectionSettings;
import io.portolan.banks.iso20022.Ed25519Keys;
import io.portolan.banks.iso20022.Iso20022Bank;
import io.portolan.banks.iso20022.Iso20022CallbackVerifier;
import io.portolan.banks.iso20022.Iso20022Settings;
import io.portolan.banks.signedjson.SignedJsonBank;
import io.portolan.banks.signedjson.SignedJsonCallbackVerifier;
import io.portolan.banks.signedjson.SignedJsonSettings;
import io.portolan.domain.bank.CollectionBank;
import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.bank.StatementBank;
import io.portolan.operations.callbacks.CallbackVerifier;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A bank of the configuration, connected: what it can do for us is what its protocol can say; null where it cannot. */
record BankConnection(
        @Nullable CollectionBank collection,
        @Nullable PayoutBank payout,
        StatementBank statements,
        CallbackVerifier callbacks,
        Runnable end) {
    private static final String OUR_NAME = "Portolan";

    /** @throws IllegalArgumentException if the settings lack what the protocol needs, naming it */
    static BankConnection open(String id, BankSettings bank, ConnectionSettings connection, Clock clock) {
        Credentials credentials = new Credentials("portolan.banks." + id, bank.credentials());
        return switch (bank.protocol()) {
            case SIGNED_JSON -> signedJson(id, bank, credentials, connection, clock);
            case ISO20022 -> iso20022(bank, credentials, connection, clock);
        };
    }

    private static BankConnection signedJson(
            String id, BankSettings bank, Credentials credentials, ConnectionSettings connection, Clock clock) {
        String secret = credentials.require("secret");
        SignedJsonBank client = new SignedJsonBank(
                new SignedJsonSettings(
                        bank.uri(),
                        credentials.require("client-id"),
                        secret,
                        OUR_NAME,
                        connection.callbackUri(id),
                        connection.timeout()),
                clock);
        return new BankConnection(
                client, null, client, new SignedJsonCallbackVerifier(secret, clock)::verify, client::close);
    }

    private static BankConnection iso20022(
            BankSettings bank, Credentials credentials, ConnectionSettings connection, Clock clock) {
        Iso20022Bank client = new Iso20022Bank(
                new Iso20022Settings(
                        bank.uri(),
                        credentials.require("client-key-id"),
                        Ed25519Keys.parsePrivateKey(credentials.require("client-private-key")),
                        OUR_NAME,
                        connection.timeout()),
                clock);
        Iso20022CallbackVerifier callbacks = new Iso20022CallbackVerifier(
                credentials.require("bank-key-id"),
                Ed25519Keys.parsePublicKey(credentials.require("bank-public-key")),
                clock);
        return new BankConnection(null, client, client, callbacks::verify, client::close);
    }
}
