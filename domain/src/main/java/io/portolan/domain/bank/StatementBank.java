package io.portolan.domain.bank;

import java.time.LocalDate;

/** A bank that gives statements of our account there. */
public interface StatementBank {
    /**
     * The statement of one account and business date of the bank.
     *
     * @throws StatementUnavailable if the bank does not answer or its answer cannot be trusted
     */
    Statement statement(NostroAccount account, LocalDate date);

    /** No trustworthy statement could be had; ask again later. */
    final class StatementUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StatementUnavailable(String message) {
            super(message);
        }
    }
}
