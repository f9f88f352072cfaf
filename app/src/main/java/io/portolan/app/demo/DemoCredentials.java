package io.portolan.app.demo;

import io.portolan.checkout.security.ApiKey;
import io.portolan.db.Database;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.operations.Operator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Who may use the demo: a shop by its API key, and two people of the operations staff. Everything is drawn anew each time. */
record DemoCredentials(ApiKey apiKey, List<ConsoleLogin> consoleLogins) {
    private static final MerchantId SHOP = new MerchantId("demo-shop");
    private static final int PASSWORD_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A console log-in with its password in clear, to be shown once. */
    record ConsoleLogin(String name, String password, Operator.Role role) {
        private static ConsoleLogin generate(String name, Operator.Role role) {
            byte[] random = new byte[PASSWORD_BYTES];
            RANDOM.nextBytes(random);
            return new ConsoleLogin(
                    name, Base64.getUrlEncoder().withoutPadding().encodeToString(random), role);
        }

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "LogIn[" + name + ", " + role + "]";
        }
    }

    static DemoCredentials createIn(Database database) {
        var access = new DemoCredentials(
                ApiKey.generate(),
                List.of(
                        ConsoleLogin.generate("viewer", Operator.Role.VIEWER),
                        ConsoleLogin.generate("operator", Operator.Role.OPERATOR)));
        database.merchants().addKey(SHOP, access.apiKey().hash());
        var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        access.consoleLogins()
                .forEach(logIn -> database.operators()
                        .save(new Operator(logIn.name(), encoder.encode(logIn.password()), logIn.role())));
        return access;
    }
}
