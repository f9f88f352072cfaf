package io.portolan.console.layout;

import org.springframework.security.core.Authentication;

/** The logged-in user, as pages show them. */
public record LoggedInUser(String name, boolean isOperator) {
    /** The authority that may act. */
    public static final String OPERATOR_ROLE = "ROLE_OPERATOR";

    public static LoggedInUser of(Authentication authentication) {
        boolean operator = authentication.getAuthorities().stream()
                .anyMatch(granted -> OPERATOR_ROLE.equals(granted.getAuthority()));
        return new LoggedInUser(authentication.getName(), operator);
    }

    /** Such as {@code operator}. */
    public String role() {
        return isOperator ? "operator" : "viewer";
    }
}
