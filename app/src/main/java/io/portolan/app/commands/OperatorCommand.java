package io.portolan.app.commands;

import io.portolan.domain.operations.Operator;
import io.portolan.domain.operations.Operators;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** {@code operator NAME viewer|operator [--NAME=VALUE ...]}: adds a log-in to the console, or gives a known one a new password and role. */
public final class OperatorCommand {
    private static final int ARGUMENT_COUNT = 2;
    private static final int RANDOM_BYTES = 15;

    private OperatorCommand() {}

    /** The exit code: 0, or 2 for wrong arguments. */
    public static int run(List<String> words) {
        Arguments arguments = Arguments.parse(words);
        if (arguments.own().size() != ARGUMENT_COUNT || !arguments.isWellFormed()) {
            return printUsage("a name and a role");
        }
        String password = newPassword();
        Operator operator;
        try {
            operator = operator(arguments.own().getFirst(), arguments.own().getLast(), password);
        } catch (IllegalArgumentException wrong) {
            return printUsage(String.valueOf(wrong.getMessage()));
        }
        DatabaseContext.use(
                arguments.settings(),
                context -> context.getBean(Operators.class).save(operator));
        System.out.println(password);
        System.err.println("The password of " + operator.name() + " will not be shown again.");
        return 0;
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

    private static int printUsage(String wrong) {
        System.err.println("usage: portolan operator NAME viewer|operator [--demo] [--NAME=VALUE ...] (" + wrong + ")");
        return 2;
    }
}
