package io.portolan.db.column;

import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Money as its currency and its minor units. */
public record MoneyColumns(Field<Currency> currency, Field<Long> amount) implements ValueColumns<Money> {
    @Override
    public void set(Record row, @Nullable Money money) {
        row.set(currency, money == null ? null : money.currency());
        row.set(amount, money == null ? null : money.minorUnits());
    }

    @Override
    public @Nullable Money get(Record row) {
        Currency stored = row.get(currency);
        return stored == null ? null : new Money(stored, row.get(amount));
    }
}
