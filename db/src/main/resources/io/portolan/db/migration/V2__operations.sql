-- What the jobs of operations remember, so that they go on after a restart where they were.

-- Up to which date all statements of an account were read after their end.
CREATE TABLE statement_cursor (
    bank           VARCHAR(11) NOT NULL,
    account_number VARCHAR(64) NOT NULL,
    read_through   DATE        NOT NULL,
    PRIMARY KEY (bank, account_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The next inquiry about an instruction that has ended; without a time when its rounds are over. No foreign key: it must not wait for a payment's lock.
CREATE TABLE recheck (
    payment_id VARCHAR(24) NOT NULL,
    plan       INT         NOT NULL,
    movement   INT         NOT NULL,
    attempt    INT         NOT NULL,
    cause      VARCHAR(16) NOT NULL,
    ended_at   DATETIME(6) NOT NULL,
    rounds     INT         NOT NULL,
    failures   INT         NOT NULL,
    due_at     DATETIME(6) NULL,
    PRIMARY KEY (payment_id, plan, movement, attempt, cause),
    CONSTRAINT ck_recheck_cause CHECK (cause IN ('REJECTED', 'EVIDENCE', 'RETURNED', 'CALLBACK')),
    INDEX ix_recheck_due (due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Up to which change payments were looked through for instructions that have ended. Whoever looks locks this one row first.
CREATE TABLE recheck_cursor (
    id           TINYINT     NOT NULL,
    changed_at   DATETIME(6) NOT NULL,
    last_payment VARCHAR(24) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_recheck_cursor_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO recheck_cursor (id, changed_at, last_payment) VALUES (1, '2000-01-01 00:00:00.000000', '');
