package io.portolan.app.commands;

import io.portolan.checkout.security.ApiKey;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.intake.Merchants;
import java.util.List;

/** {@code api-key MERCHANT}: makes an API key for a merchant, new or known, and shows it once. */
public final class ApiKeyCommand {
    private ApiKeyCommand() {}

    /** The exit code: 0, or 2 for wrong arguments. */
    public static int run(List<String> arguments) {
        try {
            MerchantId merchant = new MerchantId(arguments.size() == 1 ? arguments.getFirst() : "");
            ApiKey key = ApiKey.generate();
            DatabaseContext.run(context -> context.getBean(Merchants.class).addKey(merchant, key.hash()));
            System.out.println(key.value());
            System.err.println("The key of " + merchant.value() + " will not be shown again.");
            return 0;
        } catch (IllegalArgumentException wrong) {
            System.err.println("usage: portolan api-key MERCHANT (" + wrong.getMessage() + ")");
            return 2;
        }
    }
}
