package io.portolan.domain.operations;

import io.portolan.domain.bank.NostroAccount;
import java.time.LocalDate;
import java.util.Optional;

/** Up to which date each account's statements have been read, so that none is left out however long nobody reads. */
public interface StatementCursors {
    /** The date up to which all statements were read after their end; empty of an account that was never read. */
    Optional<LocalDate> readThrough(NostroAccount account);

    /** All statements up to this date have been read after their end. A cursor never goes back: an earlier date than the recorded one is left alone. */
    void advance(NostroAccount account, LocalDate readThrough);
}
