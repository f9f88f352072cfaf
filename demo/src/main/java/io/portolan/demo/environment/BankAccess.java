package io.portolan.demo.environment;

import java.net.URI;
import java.util.Properties;

/** Where the simulated banks are, and the keys that they know us by. */
record BankAccess(URI uri, Properties keys) {
    /** @throws IllegalArgumentException if there is no such key */
    String key(String name) {
        String key = keys.getProperty(name);
        if (key == null) {
            throw new IllegalArgumentException("the simulators' development keys have no " + name);
        }
        return key;
    }

    /** Keeps the keys out of logs. */
    @Override
    public String toString() {
        return "BankAccess[" + uri + "]";
    }
}
