package io.portolan.app.demo;

import io.portolan.banks.domestic.DomesticSettings;
import io.portolan.banks.domestic.SignedJsonBank;
import io.portolan.banks.international.Ed25519Keys;
import io.portolan.banks.international.InternationalSettings;
import io.portolan.banks.international.Iso20022Bank;
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
        var settings = new DomesticSettings(
                uri,
                key("domestic.client-id"),
                key("domestic.secret"),
                OUR_NAME,
                null,
                DomesticSettings.USUAL_TIME_LIMIT);
        return new SignedJsonBank(settings, Clock.systemUTC());
    }

    /** The international bank, to be asked for statements. */
    Iso20022Bank international() {
        var settings = new InternationalSettings(
                uri,
                key("international.client-key-id"),
                Ed25519Keys.privateKey(key("international.client-private-key")),
                OUR_NAME,
                InternationalSettings.USUAL_TIME_LIMIT);
        return new Iso20022Bank(settings, Clock.systemUTC());
    }

    @Override
    public String toString() {
        return "BankAccess[" + uri + "]";
    }
}
