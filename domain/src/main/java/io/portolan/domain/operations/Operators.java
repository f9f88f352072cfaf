package io.portolan.domain.operations;

import java.util.Optional;

/** Who may log in to the console. */
public interface Operators {
    Optional<Operator> find(String name);

    /** Adds the operator, or replaces the password and role of the one with this name. */
    void save(Operator operator);
}
