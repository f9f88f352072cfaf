package io.portolan.console;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The users of the console in tests. */
public final class TestUsers {
    private TestUsers() {}

    public static RequestPostProcessor operator() {
        return user("ada").roles("OPERATOR");
    }

    /** The second person. */
    public static RequestPostProcessor checker() {
        return user("bob").roles("OPERATOR");
    }

    public static RequestPostProcessor viewer() {
        return user("vic").roles("VIEWER");
    }
}
