-- The book as the fold of its events. book_head is the one row that whoever posts locks first: so events have one order without a gap, and there is
-- nothing to lock in a wrong order. What stands in book_event, book_line, book_day and book_rejection is never changed or deleted; book_account and
-- book_hold repeat what events say, so that nobody need replay them.

CREATE TABLE book_head (
    id            TINYINT     NOT NULL,
    position      BIGINT      NOT NULL,
    recorded_at   DATETIME(6) NOT NULL,
    business_date DATE        NULL,
    hash          BINARY(32)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_book_head_one CHECK (id = 1),
    CONSTRAINT ck_book_head_open CHECK (position = 0 OR business_date IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO book_head (id, position, recorded_at, business_date, hash)
VALUES (1, 0, '1970-01-01 00:00:00.000000', NULL, UNHEX(REPEAT('00', 32)));

-- Chained by its hash to the event before. The body is text that SQL can write from the lines: account, amount and change of hold, and a semicolon
-- between movements.
CREATE TABLE book_event (
    position      BIGINT       NOT NULL,
    kind          VARCHAR(16)  NOT NULL,
    event_key     VARCHAR(160) NOT NULL,
    request_hash  BINARY(32)   NOT NULL,
    recorded_at   DATETIME(6)  NOT NULL,
    business_date DATE         NOT NULL,
    value_date    DATE         NOT NULL,
    payment_id    VARCHAR(24)  NULL,
    reference     VARCHAR(160) NULL,
    narrative     VARCHAR(255) NOT NULL,
    body          TEXT         NOT NULL,
    hash          BINARY(32)   NOT NULL,
    PRIMARY KEY (position),
    CONSTRAINT uq_book_event_key UNIQUE (event_key),
    INDEX ix_book_event_payment (payment_id, position),
    CONSTRAINT ck_book_event_position CHECK (position >= 1),
    CONSTRAINT ck_book_event_value CHECK (value_date <= business_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The merged rows: each line carries its account's balances before and after, so the balance of an instant is one descent of the primary key. No
-- foreign keys: the book has one writer at a time, and verification proves more than they could.
CREATE TABLE book_line (
    account_code  VARCHAR(64) NOT NULL,
    sequence      BIGINT      NOT NULL,
    position      BIGINT      NOT NULL,
    ordinal       INT         NOT NULL,
    recorded_at   DATETIME(6) NOT NULL,
    business_date DATE        NOT NULL,
    value_date    DATE        NOT NULL,
    amount        BIGINT      NOT NULL,
    hold_change   BIGINT      NOT NULL,
    posted_before BIGINT      NOT NULL,
    posted_after  BIGINT      NOT NULL,
    held_before   BIGINT      NOT NULL,
    held_after    BIGINT      NOT NULL,
    hash          BINARY(32)  NOT NULL,
    PRIMARY KEY (account_code, recorded_at, sequence),
    CONSTRAINT uq_book_line_sequence UNIQUE (account_code, sequence),
    CONSTRAINT ck_book_line_sequence CHECK (sequence >= 1),
    CONSTRAINT ck_book_line_moves CHECK (amount <> 0 OR hold_change <> 0),
    CONSTRAINT ck_book_line_posted CHECK (posted_after = posted_before + amount),
    CONSTRAINT ck_book_line_held CHECK (held_after = held_before + hold_change AND held_after >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE book_account (
    account_code      VARCHAR(64) NOT NULL,
    scale             INT         NOT NULL,
    overdraft_allowed BOOLEAN     NOT NULL,
    status            VARCHAR(8)  NOT NULL,
    PRIMARY KEY (account_code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Holds, open until an event ends them.
CREATE TABLE book_hold (
    hold_key       VARCHAR(128) NOT NULL,
    account_code   VARCHAR(64)  NOT NULL,
    amount         BIGINT       NOT NULL,
    ended_position BIGINT       NULL,
    PRIMARY KEY (hold_key),
    CONSTRAINT ck_book_hold_amount CHECK (amount > 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What each business date left behind, for the accounts that moved on it. The event that closed the date vouches for these rows by its Merkle root.
CREATE TABLE book_day (
    account_code  VARCHAR(64) NOT NULL,
    business_date DATE        NOT NULL,
    sequence      BIGINT      NOT NULL,
    posted        BIGINT      NOT NULL,
    held          BIGINT      NOT NULL,
    hash          BINARY(32)  NOT NULL,
    PRIMARY KEY (account_code, business_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Lines that count for an older date than the one they were recorded on: few, and found again here by the date for which they count.
CREATE TABLE book_back_value (
    account_code VARCHAR(64) NOT NULL,
    value_date   DATE        NOT NULL,
    recorded_at  DATETIME(6) NOT NULL,
    sequence     BIGINT      NOT NULL,
    amount       BIGINT      NOT NULL,
    PRIMARY KEY (account_code, value_date, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Commands that were refused. The same command refused again for the same reason is one row.
CREATE TABLE book_rejection (
    id            BIGINT       NOT NULL AUTO_INCREMENT,
    command_key   VARCHAR(160) NOT NULL,
    request_hash  BINARY(32)   NOT NULL,
    reason        VARCHAR(16)  NOT NULL,
    account_code  VARCHAR(64)  NULL,
    required      VARCHAR(512) NOT NULL,
    found         VARCHAR(512) NOT NULL,
    rejected_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_book_rejection UNIQUE (command_key, request_hash, reason)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
