package io.portolan.console.login;

import io.portolan.domain.operations.Operator;
import io.portolan.domain.operations.Operators;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Checks an operator's name and password, and blocks a name for a while after too many failures. */
final class OperatorAuthentication implements AuthenticationManager {
    private static final int MAX_NAME_LENGTH = 32;

    private final Operators operators;
    private final LoginThrottle throttle;
    private final AuthenticationManager passwords;

    OperatorAuthentication(Operators operators, LoginThrottle throttle) {
        this.operators = operators;
        this.throttle = throttle;
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(this::loadUser);
        provider.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        this.passwords = new ProviderManager(provider);
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = normalize(request.getName());
        if (throttle.isBlocked(name)) {
            throw new LockedException("too many failed attempts");
        }
        try {
            Authentication authenticated = passwords.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated(name, request.getCredentials()));
            throttle.resetFailures(name);
            return authenticated;
        } catch (BadCredentialsException rejected) {
            throttle.recordFailure(name);
            throw rejected;
        }
    }

    private UserDetails loadUser(String name) {
        Operator operator = operators.find(name).orElseThrow(() -> new UsernameNotFoundException("no such operator"));
        return User.withUsername(operator.name())
                .password(operator.passwordHash())
                .roles(operator.role().name())
                .build();
    }

    private static String normalize(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.length() <= MAX_NAME_LENGTH ? lower : lower.substring(0, MAX_NAME_LENGTH);
    }
}
