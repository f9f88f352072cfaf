package io.portolan.app.demo;

import io.portolan.banks.iso20022.Ed25519Keys;
import io.portolan.banks.iso20022.Iso20022Bank;
import io.portolan.banks.iso20022.Iso20022Settings;
import io.portolan.banks.signedjson.SignedJsonBank;
import io.portolan.banks.signedjson.SignedJsonSettings;
import java.net.URI;
import java.time.Clock;
import java.util.Properties;

/** Where the simulated banks are, and the keys they know us by. */
record BankAccess(URI uri, Properties keys) {
    private static final String OUR_NAME = "Portolan";

    /** @throws IllegalArgumentException if there is no such key */
    String key(String name) {
        String key = keys.getProperty(name);
        if (key == null) {
            throw new IllegalArgumentException("the simulators' development keys have no " + name);
        }
        return key;
    }

    /** The domestic bank, to be asked for statements. */
    SignedJsonBank domestic() {
        var settings = new SignedJsonSettings(
                uri,
                key("domestic.client-id"),
                key("domestic.secret"),
                OUR_NAME,
                null,
                SignedJsonSettings.DEFAULT_TIME_LIMIT);
        return new SignedJsonBank(settings, Clock.systemUTC());
    }

    /** The international bank, to be asked for statements. */
    Iso20022Bank international() {
        var settings = new Iso20022Settings(
                uri,
                key("international.client-key-id"),
                Ed25519Keys.parsePrivateKey(key("international.client-private-key")),
                OUR_NAME,
                Iso20022Settings.DEFAULT_TIME_LIMIT);
        return new Iso20022Bank(settings, Clock.systemUTC());
    }

    @Override
    public String toString() {
        return "BankAccess[" + uri + "]";
    }
}
