package io.portolan.db.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.ConcurrentRuns;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.money.Currency;
import io.portolan.domain.operations.StatementCursors;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothServers
class JooqStatementCursorsTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 21);

    private final StatementCursors cursors;
    private final NostroAccount account =
            new NostroAccount("D", UUID.randomUUID().toString(), Currency.of("USD"));

    JooqStatementCursorsTest(TestServer server) {
        cursors = TestDatabase.shared(server).database().statementCursors();
    }

    @Test
    void anAccountThatWasNeverReadHasNoCursor() {
        assertThat(cursors.readThrough(account)).isEmpty();
    }

    @Test
    void eachAccountHasItsOwn() {
        NostroAccount elsewhere = new NostroAccount("E", account.number(), account.currency());

        cursors.advance(account, DATE);
        cursors.advance(elsewhere, DATE.plusDays(1));

        assertThat(cursors.readThrough(account)).contains(DATE);
        assertThat(cursors.readThrough(elsewhere)).contains(DATE.plusDays(1));
    }

    @Test
    void neverGoesBack() {
        cursors.advance(account, DATE);
        cursors.advance(account, DATE.plusDays(3));
        cursors.advance(account, DATE.plusDays(1));

        assertThat(cursors.readThrough(account)).contains(DATE.plusDays(3));
    }

    @Test
    void isAtTheLatestDateThatManyHaveReached() throws Exception {
        ConcurrentRuns.run(6, i -> () -> {
            cursors.advance(account, DATE.plusDays(i));
            return i;
        });

        assertThat(cursors.readThrough(account)).contains(DATE.plusDays(5));
    }
}
