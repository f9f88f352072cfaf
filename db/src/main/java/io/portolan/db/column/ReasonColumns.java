package io.portolan.db.column;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A reason as its code, its detail and its remedy. */
public record ReasonColumns(Field<String> code, Field<String> detail, Field<Remedy> remedy)
        implements ValueColumns<Reason> {
    @Override
    public void set(Record row, @Nullable Reason reason) {
        row.set(code, reason == null ? null : reason.code());
        row.set(detail, reason == null ? null : reason.detail());
        row.set(remedy, reason == null ? null : reason.remedy());
    }

    @Override
    public @Nullable Reason get(Record row) {
        String stored = row.get(code);
        return stored == null ? null : new Reason(stored, row.get(detail), row.get(remedy));
    }
}
