package io.portolan.domain.operations;

import java.util.Set;

/** A person of the operations staff. The password is kept as a hash with its algorithm in front. */
public record Operator(String name, String passwordHash, Role role) {
    /** A viewer sees, an operator also acts. */
    public enum Role {
        VIEWER,
        OPERATOR
    }

    private static final Set<String> RESERVED = Set.of("portolan", "on-duty");

    public Operator {
        if (!name.matches("[a-z][a-z0-9.-]{0,31}")) {
            throw new IllegalArgumentException(
                    "an operator's name is 1 to 32 lower-case letters, digits, dots or hyphens");
        }
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    "no operator is called " + name + ": that is who acts where no person does");
        }
    }

    @Override
    public String toString() {
        return "Operator[" + name + ", " + role + "]";
    }
}
