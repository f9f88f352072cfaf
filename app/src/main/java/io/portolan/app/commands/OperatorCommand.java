package io.portolan.app.commands;

import io.portolan.domain.operations.Operator;
import io.portolan.domain.operations.Operators;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** {@code operator NAME viewer|operator}: adds a log-in to the console, or gives a known one a new password and role. */
public final class OperatorCommand {
    private static final int RANDOM_BYTES = 15;

    private OperatorCommand() {}

    /** The exit code: 0, or 2 for wrong arguments. */
    public static int run(List<String> arguments) {
        if (arguments.size() != 2) {
            return usage("a name and a role");
        }
        try {
            String password = newPassword();
            Operator operator = operator(arguments.getFirst(), arguments.getLast(), password);
            DatabaseContext.run(context -> context.getBean(Operators.class).save(operator));
            System.out.println(password);
            System.err.println("The password of " + operator.name() + " will not be shown again.");
            return 0;
        } catch (IllegalArgumentException wrong) {
            return usage(String.valueOf(wrong.getMessage()));
        }
    }

    private static Operator operator(String name, String role, String password) {
        String hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password);
        return new Operator(name, hash, Operator.Role.valueOf(role.toUpperCase(Locale.ROOT)));
    }

    private static String newPassword() {
        byte[] bits = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static int usage(String wrong) {
        System.err.println("usage: portolan operator NAME viewer|operator (" + wrong + ")");
        return 2;
    }
}
