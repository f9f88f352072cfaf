package io.portolan.db.column;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;

/**
 * Stores an instant as the UTC reading of a {@code DATETIME(6)}, cut to whole microseconds.
 *
 * <p>jOOQ and the driver would go through {@code Timestamp} and the time zones of the JVM and the session, which lose the hour that a summer time
 * skips. A {@link LocalDateTime} goes through unchanged, whatever the zones are.
 */
public final class InstantBinding implements Binding<LocalDateTime, Instant> {
    private static final long serialVersionUID = 1L;

    @Override
    public Converter<LocalDateTime, Instant> converter() {
        return Converter.ofNullable(
                LocalDateTime.class,
                Instant.class,
                stored -> stored.toInstant(ZoneOffset.UTC),
                instant -> LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
    }

    @Override
    public void sql(BindingSQLContext<Instant> context) {
        context.render().sql(context.variable());
    }

    @Override
    public void register(BindingRegisterContext<Instant> context) throws SQLException {
        context.statement().registerOutParameter(context.index(), Types.TIMESTAMP);
    }

    @Override
    public void set(BindingSetStatementContext<Instant> context) throws SQLException {
        context.statement()
                .setObject(context.index(), context.convert(converter()).value());
    }

    @Override
    public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
        context.convert(converter()).value(context.resultSet().getObject(context.index(), LocalDateTime.class));
    }

    @Override
    public void get(BindingGetStatementContext<Instant> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("no procedures");
    }

    @Override
    public void get(BindingGetSQLInputContext<Instant> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("no structured types");
    }

    @Override
    public void set(BindingSetSQLOutputContext<Instant> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("no structured types");
    }
}
