package io.portolan.app.commands;

import io.portolan.checkout.security.ApiKey;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.intake.Merchants;
import java.util.List;

/** {@code api-key MERCHANT [--NAME=VALUE ...]}: makes an API key for a merchant, new or known, and shows it once. */
public final class ApiKeyCommand {
    private ApiKeyCommand() {}

    /** The exit code: 0, or 2 for wrong arguments. */
    public static int run(List<String> words) {
        Arguments arguments = Arguments.parse(words);
        if (arguments.own().size() != 1 || !arguments.isWellFormed()) {
            return printUsage("one merchant");
        }
        MerchantId merchant;
        try {
            merchant = new MerchantId(arguments.own().getFirst());
        } catch (IllegalArgumentException wrong) {
            return printUsage(String.valueOf(wrong.getMessage()));
        }
        ApiKey key = ApiKey.generate();
        DatabaseContext.use(
                arguments.settings(),
                context -> context.getBean(Merchants.class).addKey(merchant, key.hash()));
        System.out.println(key.value());
        System.err.println("The key of " + merchant.value() + " will not be shown again.");
        return 0;
    }

    private static int printUsage(String wrong) {
        System.err.println("usage: portolan api-key MERCHANT [--demo] [--NAME=VALUE ...] (" + wrong + ")");
        return 2;
    }
}
