-- The book. An account's row is locked before anything is posted to it; entries and postings are never changed.

CREATE TABLE account (
    code     VARCHAR(64) NOT NULL,
    kind     VARCHAR(32) NOT NULL,
    holder   VARCHAR(32) NOT NULL,
    currency CHAR(3)     NOT NULL,
    balance  BIGINT      NOT NULL,
    sequence BIGINT      NOT NULL,
    PRIMARY KEY (code),
    CONSTRAINT ck_account_sequence CHECK (sequence >= 0),
    CONSTRAINT ck_account_start CHECK (sequence > 0 OR balance = 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- No foreign key to the payment: the book stands alone, and posting must not wait for another's lock on a payment.
CREATE TABLE journal_entry (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    entry_key  VARCHAR(128) NOT NULL,
    payment_id VARCHAR(24)  NULL,
    narrative  VARCHAR(255) NOT NULL,
    posted_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_journal_entry_key UNIQUE (entry_key),
    INDEX ix_journal_entry_payment (payment_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE posting (
    account_code   VARCHAR(64) NOT NULL,
    sequence       BIGINT      NOT NULL,
    entry_id       BIGINT      NOT NULL,
    line           INT         NOT NULL,
    amount         BIGINT      NOT NULL,
    balance_before BIGINT      NOT NULL,
    balance_after  BIGINT      NOT NULL,
    PRIMARY KEY (account_code, sequence),
    CONSTRAINT uq_posting_line UNIQUE (entry_id, line),
    CONSTRAINT fk_posting_account FOREIGN KEY (account_code) REFERENCES account (code),
    CONSTRAINT fk_posting_entry FOREIGN KEY (entry_id) REFERENCES journal_entry (id),
    CONSTRAINT ck_posting_sequence CHECK (sequence >= 1),
    CONSTRAINT ck_posting_amount CHECK (amount <> 0),
    CONSTRAINT ck_posting_balance CHECK (balance_after = balance_before + amount),
    CONSTRAINT ck_posting_first CHECK (sequence > 1 OR balance_before = 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
