-- What was said to and by banks, and what people decided. No foreign keys to the payment: a record must not wait for a payment's lock.

CREATE TABLE bank_call (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    payment_id VARCHAR(24)  NOT NULL,
    step       VARCHAR(16)  NOT NULL,
    attempt    INT          NOT NULL,
    operation  VARCHAR(16)  NOT NULL,
    started_at DATETIME(6)  NOT NULL,
    took_nanos BIGINT       NOT NULL,
    outcome    VARCHAR(255) NOT NULL,
    detail     VARCHAR(500) NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_bank_call_payment (payment_id, started_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE bank_callback (
    sender      VARCHAR(64) NOT NULL,
    event_id    VARCHAR(64) NOT NULL,
    payment_id  VARCHAR(24) NOT NULL,
    received_at DATETIME(6) NOT NULL,
    PRIMARY KEY (sender, event_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE operator_action (
    id         VARCHAR(64)  NOT NULL,
    payment_id VARCHAR(24)  NOT NULL,
    kind       VARCHAR(32)  NOT NULL,
    operator   VARCHAR(64)  NOT NULL,
    reason     VARCHAR(500) NOT NULL,
    decided_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_operator_action_payment (payment_id, decided_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
