package io.portolan.db.column;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.money.Currency;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** An account of ours as its bank, its number and its currency. */
public record AccountColumns(Field<String> bank, Field<String> number, Field<Currency> currency)
        implements ValueColumns<NostroAccount> {
    @Override
    public void set(Record row, @Nullable NostroAccount account) {
        row.set(bank, account == null ? null : account.bank());
        row.set(number, account == null ? null : account.number());
        row.set(currency, account == null ? null : account.currency());
    }

    @Override
    public @Nullable NostroAccount get(Record row) {
        String stored = row.get(bank);
        return stored == null ? null : new NostroAccount(stored, row.get(number), row.get(currency));
    }
}
