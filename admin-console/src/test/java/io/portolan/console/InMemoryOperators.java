package io.portolan.console;

import io.portolan.domain.operations.Operator;
import io.portolan.domain.operations.Operators;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Ada and Bob are operators and Vic is a viewer; their passwords are their names and {@code -secret}. */
public final class InMemoryOperators implements Operators {
    private static final int BCRYPT_COST = 4;

    private final Map<String, Operator> operators = new ConcurrentHashMap<>();

    public InMemoryOperators() {
        add("ada", Operator.Role.OPERATOR);
        add("bob", Operator.Role.OPERATOR);
        add("vic", Operator.Role.VIEWER);
    }

    @Override
    public Optional<Operator> find(String name) {
        return Optional.ofNullable(operators.get(name));
    }

    @Override
    public void save(Operator operator) {
        operators.put(operator.name(), operator);
    }

    private void add(String name, Operator.Role role) {
        save(new Operator(name, "{bcrypt}" + new BCryptPasswordEncoder(BCRYPT_COST).encode(name + "-secret"), role));
    }
}
