package io.portolan.console.look;

import org.springframework.security.core.Authentication;

/** Who is logged in, as the pages know them. */
public record Person(String name, boolean isOperator) {
    /** Every authority that may act. */
    public static final String OPERATOR = "ROLE_OPERATOR";

    public static Person of(Authentication authentication) {
        boolean operator =
                authentication.getAuthorities().stream().anyMatch(granted -> OPERATOR.equals(granted.getAuthority()));
        return new Person(authentication.getName(), operator);
    }

    /** In one word. */
    public String role() {
        return isOperator ? "operator" : "viewer";
    }
}
