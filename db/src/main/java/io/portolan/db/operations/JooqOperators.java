package io.portolan.db.operations;

import static io.portolan.db.generated.Tables.OPERATOR;

import io.portolan.db.generated.tables.records.OperatorRecord;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.operations.Operator;
import io.portolan.domain.operations.Operators;
import java.util.Optional;

/** Operators in MySQL. */
public final class JooqOperators implements Operators {
    private final Transactions transactions;

    public JooqOperators(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Operator> find(String name) {
        return transactions
                .sql()
                .selectFrom(OPERATOR)
                .where(OPERATOR.NAME.eq(name))
                .fetchOptional(row -> new Operator(row.getName(), row.getPasswordHash(), row.getRole()));
    }

    @Override
    public void save(Operator operator) {
        OperatorRecord row = new OperatorRecord();
        row.setName(operator.name());
        row.setPasswordHash(operator.passwordHash());
        row.setRole(operator.role());
        transactions.run(() -> transactions
                .sql()
                .insertInto(OPERATOR)
                .set(row)
                .onDuplicateKeyUpdate()
                .set(OPERATOR.PASSWORD_HASH, operator.passwordHash())
                .set(OPERATOR.ROLE, operator.role())
                .execute());
    }
}
