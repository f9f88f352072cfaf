package io.portolan.checkout.security;

import io.portolan.domain.ids.MerchantId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The merchant whose API key came with the request. */
public final class Caller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient MerchantId merchant;

    Caller(MerchantId merchant) {
        super(List.of());
        this.merchant = merchant;
        setAuthenticated(true);
    }

    public MerchantId merchant() {
        return merchant;
    }

    @Override
    public Object getPrincipal() {
        return merchant;
    }

    /** The key is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Caller caller && caller.merchant.equals(merchant);
    }

    @Override
    public int hashCode() {
        return merchant.hashCode();
    }
}
