-- The baseline: nothing was released before it. What changes later is a migration of its own, and this file stays as it is.

-- Who sends payments, and who looks after them.

CREATE TABLE merchant (
    id       VARCHAR(32) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE api_key (
    key_hash    CHAR(64)    NOT NULL,
    merchant_id VARCHAR(32) NOT NULL,
    added_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (key_hash),
    CONSTRAINT fk_api_key_merchant FOREIGN KEY (merchant_id) REFERENCES merchant (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE operator (
    name          VARCHAR(32)  NOT NULL,
    password_hash VARCHAR(255) NOT NULL,
    role          VARCHAR(16)  NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The row is claimed before the work and gets its response with the work's own commit, so a committed row always has one.
CREATE TABLE idempotency_key (
    merchant_id     VARCHAR(32)   NOT NULL,
    request_key     VARCHAR(255)  NOT NULL,
    operation       VARCHAR(255)  NOT NULL,
    body_hash       CHAR(64)      NOT NULL,
    claimed_at      DATETIME(6)   NOT NULL,
    response_status   INT           NULL,
    response_location VARCHAR(2000) NULL,
    response_body     MEDIUMTEXT    NULL,
    PRIMARY KEY (merchant_id, request_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Firm prices. What the dealer sells us is the source amount less the fee, in the source's currency.

CREATE TABLE quote (
    id                   VARCHAR(24)  NOT NULL,
    merchant_id          VARCHAR(32)  NOT NULL,
    source_currency      CHAR(3)      NOT NULL,
    source_amount        BIGINT       NOT NULL,
    fee_amount           BIGINT       NOT NULL,
    destination_currency CHAR(3)      NOT NULL,
    destination_amount   BIGINT       NOT NULL,
    rate                 VARCHAR(64)  NOT NULL,
    dealer_quote         VARCHAR(255) NOT NULL,
    rate_expires_at      DATETIME(6)  NOT NULL,
    created_at           DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_quote_merchant FOREIGN KEY (merchant_id) REFERENCES merchant (id),
    CONSTRAINT ck_quote_fee CHECK (fee_amount >= 0 AND fee_amount < source_amount),
    CONSTRAINT ck_quote_destination CHECK (destination_amount > 0 AND destination_currency <> source_currency)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A payment: the row is the durable queue of the intake, and its lock is what makes a payment's steps follow one another.

CREATE TABLE payment (
    id                             VARCHAR(24)  NOT NULL,
    merchant_id                    VARCHAR(32)  NOT NULL,
    order_reference                VARCHAR(255) NOT NULL,
    quote_id                       VARCHAR(24)  NOT NULL,
    max_slippage_basis_points      INT          NOT NULL,
    purpose                        VARCHAR(255) NOT NULL,
    source_currency                CHAR(3)      NOT NULL,
    source_amount                  BIGINT       NOT NULL,
    fee_amount                     BIGINT       NOT NULL,
    destination_currency           CHAR(3)      NOT NULL,
    destination_amount             BIGINT       NOT NULL,
    rate                           VARCHAR(64)  NOT NULL,
    dealer_quote                   VARCHAR(255) NOT NULL,
    rate_expires_at                DATETIME(6)  NOT NULL,
    funding_mode                   VARCHAR(16)  NOT NULL,
    loss_bearer                    VARCHAR(16)  NOT NULL,
    collection_account_bank        VARCHAR(32)  NOT NULL,
    collection_account_number      VARCHAR(64)  NOT NULL,
    collection_account_currency    CHAR(3)      NOT NULL,
    dealer_source_account_bank     VARCHAR(32)  NOT NULL,
    dealer_source_account_number   VARCHAR(64)  NOT NULL,
    dealer_source_account_currency CHAR(3)      NOT NULL,
    dealer_destination_account_bank     VARCHAR(32) NOT NULL,
    dealer_destination_account_number   VARCHAR(64) NOT NULL,
    dealer_destination_account_currency CHAR(3)     NOT NULL,
    stage                          VARCHAR(16)  NOT NULL,
    parking_step                   VARCHAR(16)  NULL,
    parking_reason_code            VARCHAR(64)  NULL,
    parking_reason_detail          VARCHAR(500) NULL,
    parking_reason_remedy          VARCHAR(16)  NULL,
    parked_at                      DATETIME(6)  NULL,
    parking_deadline_at            DATETIME(6)  NULL,
    reason_code                    VARCHAR(64)  NULL,
    reason_detail                  VARCHAR(500) NULL,
    reason_remedy                  VARCHAR(16)  NULL,
    cancel_requested_at            DATETIME(6)  NULL,
    created_at                     DATETIME(6)  NOT NULL,
    updated_at                     DATETIME(6)  NOT NULL,
    is_open                        BOOLEAN GENERATED ALWAYS AS (stage NOT IN ('COMPLETED', 'RETURNED', 'FAILED', 'CANCELLED')) STORED,
    PRIMARY KEY (id),
    CONSTRAINT uq_payment_quote UNIQUE (quote_id),
    CONSTRAINT fk_payment_quote FOREIGN KEY (quote_id) REFERENCES quote (id),
    CONSTRAINT fk_payment_merchant FOREIGN KEY (merchant_id) REFERENCES merchant (id),
    CONSTRAINT ck_payment_fee CHECK (fee_amount >= 0 AND fee_amount < source_amount),
    CONSTRAINT ck_payment_destination CHECK (destination_amount > 0 AND destination_currency <> source_currency),
    CONSTRAINT ck_payment_stage CHECK (stage IN ('ACCEPTED', 'COLLECTING', 'CONVERTING', 'PAYING_OUT', 'COMPLETED',
                                                 'UNWINDING', 'RETURNED', 'FAILED', 'CANCELLED', 'PARKED')),
    CONSTRAINT ck_payment_parked CHECK ((stage = 'PARKED') = (parking_step IS NOT NULL)),
    INDEX ix_payment_created (created_at, id),
    INDEX ix_payment_updated (updated_at, id),
    INDEX ix_payment_merchant (merchant_id, created_at, id),
    INDEX ix_payment_order (order_reference, created_at, id),
    INDEX ix_payment_stage (stage, created_at, id),
    INDEX ix_payment_open (is_open, created_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The payer and the payee. A bank is named for a local account and not for an IBAN; an address is there as a whole or not at all.
CREATE TABLE payment_party (
    payment_id     VARCHAR(24)  NOT NULL,
    role           VARCHAR(8)   NOT NULL,
    name           VARCHAR(140) NOT NULL,
    account_number VARCHAR(34)  NOT NULL,
    account_bank   VARCHAR(11)  NULL,
    street         VARCHAR(70)  NULL,
    building       VARCHAR(16)  NULL,
    postal_code    VARCHAR(16)  NULL,
    city           VARCHAR(35)  NULL,
    country        CHAR(2)      NULL,
    PRIMARY KEY (payment_id, role),
    CONSTRAINT fk_payment_party_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT ck_payment_party_role CHECK (role IN ('PAYER', 'PAYEE')),
    CONSTRAINT ck_payment_party_address CHECK ((street IS NULL) = (country IS NULL) AND (building IS NULL) = (country IS NULL)
        AND (postal_code IS NULL) = (country IS NULL) AND (city IS NULL) = (country IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE payment_metadata (
    payment_id VARCHAR(24)  NOT NULL,
    position   INT          NOT NULL,
    name       VARCHAR(500) NOT NULL,
    value      VARCHAR(500) NOT NULL,
    PRIMARY KEY (payment_id, position),
    CONSTRAINT fk_payment_metadata_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One attempt of one step: what the bank says (booking) and what has really moved (settlement), with the times of both.
CREATE TABLE instruction (
    payment_id        VARCHAR(24)  NOT NULL,
    step              VARCHAR(16)  NOT NULL,
    attempt           INT          NOT NULL,
    position          INT          NOT NULL,
    currency          CHAR(3)      NOT NULL,
    amount            BIGINT       NOT NULL,
    booking           VARCHAR(16)  NOT NULL,
    settlement        VARCHAR(16)  NOT NULL,
    bank_reference    TEXT         NULL,
    rejection_code    VARCHAR(64)  NULL,
    rejection_detail  VARCHAR(500) NULL,
    rejection_remedy  VARCHAR(16)  NULL,
    uncertainty       TEXT         NULL,
    instructed_at     DATETIME(6)  NOT NULL,
    decided_at        DATETIME(6)  NULL,
    settled_at        DATETIME(6)  NULL,
    returned_currency CHAR(3)      NULL,
    returned_amount   BIGINT       NULL,
    PRIMARY KEY (payment_id, step, attempt),
    CONSTRAINT uq_instruction_position UNIQUE (payment_id, position),
    CONSTRAINT fk_instruction_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT ck_instruction_attempt CHECK (attempt BETWEEN 1 AND 99),
    CONSTRAINT ck_instruction_booking CHECK (booking IN ('INSTRUCTED', 'BOOKED', 'REJECTED', 'UNKNOWN')),
    CONSTRAINT ck_instruction_settlement CHECK (settlement IN ('UNSETTLED', 'SETTLED', 'RETURNED')),
    CONSTRAINT ck_instruction_rejection CHECK ((booking = 'REJECTED') = (rejection_code IS NOT NULL)),
    CONSTRAINT ck_instruction_returned CHECK ((returned_amount IS NULL) = (returned_currency IS NULL)),
    INDEX ix_instruction_flows (booking, settlement, payment_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The price of an unwind, fixed before it runs.
CREATE TABLE unwind_plan (
    payment_id             VARCHAR(24)  NOT NULL,
    reason_code            VARCHAR(64)  NOT NULL,
    reason_detail          VARCHAR(500) NOT NULL,
    reason_remedy          VARCHAR(16)  NOT NULL,
    reversal_sell_currency CHAR(3)      NULL,
    reversal_sell_amount   BIGINT       NULL,
    reversal_buy_currency  CHAR(3)      NULL,
    reversal_buy_amount    BIGINT       NULL,
    reversal_rate          VARCHAR(64)  NULL,
    reversal_dealer_quote  VARCHAR(255) NULL,
    reversal_expires_at    DATETIME(6)  NULL,
    fx_result_currency     CHAR(3)      NOT NULL,
    fx_result_amount       BIGINT       NOT NULL,
    loss_bearer            VARCHAR(16)  NOT NULL,
    refund_currency        CHAR(3)      NULL,
    refund_amount          BIGINT       NULL,
    priced_at              DATETIME(6)  NOT NULL,
    PRIMARY KEY (payment_id),
    CONSTRAINT fk_unwind_plan_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT ck_unwind_plan_reversal CHECK ((reversal_sell_amount IS NULL) = (reversal_buy_amount IS NULL)
        AND (reversal_sell_amount IS NULL) = (reversal_rate IS NULL)
        AND (reversal_sell_amount IS NULL) = (reversal_dealer_quote IS NULL)
        AND (reversal_sell_amount IS NULL) = (reversal_expires_at IS NULL)),
    CONSTRAINT ck_unwind_plan_refund CHECK ((refund_amount IS NULL) = (refund_currency IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The position orders a payment's events, as several happen in one millisecond.
CREATE TABLE payment_event (
    payment_id  VARCHAR(24)  NOT NULL,
    position    INT          NOT NULL,
    id          VARCHAR(24)  NOT NULL,
    type        VARCHAR(128) NOT NULL,
    occurred_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (payment_id, position),
    CONSTRAINT uq_payment_event_id UNIQUE (id),
    CONSTRAINT fk_payment_event_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE payment_event_detail (
    payment_id      VARCHAR(24)  NOT NULL,
    event_position  INT          NOT NULL,
    detail_position INT          NOT NULL,
    name            VARCHAR(255) NOT NULL,
    value           TEXT         NOT NULL,
    PRIMARY KEY (payment_id, event_position, detail_position),
    CONSTRAINT fk_payment_event_detail_event FOREIGN KEY (payment_id, event_position)
        REFERENCES payment_event (payment_id, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What was said to and by banks, and what people decided. No foreign keys to the payment: a record must not wait for a payment's lock.

CREATE TABLE bank_call (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    payment_id VARCHAR(24)  NOT NULL,
    step       VARCHAR(16)  NOT NULL,
    attempt    INT          NOT NULL,
    operation  VARCHAR(16)  NOT NULL,
    started_at DATETIME(6)  NOT NULL,
    duration_nanos BIGINT   NOT NULL,
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

CREATE TABLE decision (
    id         VARCHAR(64)  NOT NULL,
    payment_id VARCHAR(24)  NOT NULL,
    code       VARCHAR(32)  NOT NULL,
    operator   VARCHAR(64)  NOT NULL,
    reason     VARCHAR(500) NOT NULL,
    decided_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_decision_payment (payment_id, decided_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The book as the replay of its events. book_head is the one row that whoever posts locks first: so events have one order without a gap, and there is
-- nothing to lock in a wrong order. What is stored in book_event, book_posting, book_day_balance and book_rejection is never changed or deleted; book_account, book_hold
-- and book_payment_balance are derived from events, so that nobody need replay them.

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

-- Chained by its hash to the event before. The body is text that SQL can write from the postings: account, amount and change of hold, with a semicolon
-- between postings.
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

-- Rows with running balances: each posting carries its account's balances before and after, so the balance of an instant is one descent of the primary key. No
-- foreign keys: the book has one writer at a time, and verification proves more than they could.
CREATE TABLE book_posting (
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
    CONSTRAINT uq_book_posting_sequence UNIQUE (account_code, sequence),
    CONSTRAINT ck_book_posting_sequence CHECK (sequence >= 1),
    CONSTRAINT ck_book_posting_changes CHECK (amount <> 0 OR hold_change <> 0),
    CONSTRAINT ck_book_posting_posted CHECK (posted_after = posted_before + amount),
    CONSTRAINT ck_book_posting_held CHECK (held_after = held_before + hold_change AND held_after >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE book_account (
    account_code      VARCHAR(64) NOT NULL,
    scale             INT         NOT NULL,
    overdraft_allowed BOOLEAN     NOT NULL,
    status            VARCHAR(8)  NOT NULL,
    PRIMARY KEY (account_code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What each payment has on the accounts that hold customer money: the sum of its postings there, debits positive; payment_id is empty for entries without one.
-- A balance of zero has no row, so the table grows with the payments in progress and not with the history.
CREATE TABLE book_payment_balance (
    account_code VARCHAR(64) NOT NULL,
    payment_id   VARCHAR(24) NOT NULL,
    balance      BIGINT      NOT NULL,
    PRIMARY KEY (account_code, payment_id),
    CONSTRAINT ck_book_payment_balance CHECK (balance <> 0)
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

-- Balances at the end of each business date, of the accounts that changed on it. The event that closed the date vouches for these rows by its Merkle root.
CREATE TABLE book_day_balance (
    account_code  VARCHAR(64) NOT NULL,
    business_date DATE        NOT NULL,
    sequence      BIGINT      NOT NULL,
    posted        BIGINT      NOT NULL,
    held          BIGINT      NOT NULL,
    hash          BINARY(32)  NOT NULL,
    PRIMARY KEY (account_code, business_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Postings that count for an older date than the one they were recorded on: few, and found here by the date for which they count.
CREATE TABLE book_correction (
    account_code VARCHAR(64) NOT NULL,
    value_date   DATE        NOT NULL,
    recorded_at  DATETIME(6) NOT NULL,
    sequence     BIGINT      NOT NULL,
    amount       BIGINT      NOT NULL,
    PRIMARY KEY (account_code, value_date, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Commands that were rejected. The same command rejected again for the same reason is one row.
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

-- What operations must know and nothing repairs by itself. is_open is null once an alert has ended, and a unique key lets nulls repeat: so what is
-- open is there once, and what has ended stays as often as it happened.

CREATE TABLE alert (
    id         VARCHAR(32)  NOT NULL,
    raised_at  DATETIME(6)  NOT NULL,
    subject    VARCHAR(160) NOT NULL,
    detail     VARCHAR(500) NOT NULL,
    ended_at   DATETIME(6)  NULL,
    ended_by   VARCHAR(64)  NULL,
    end_reason VARCHAR(500) NULL,
    is_open    BOOLEAN GENERATED ALWAYS AS (CASE WHEN ended_at IS NULL THEN 1 END) STORED,
    PRIMARY KEY (id),
    CONSTRAINT uq_alert_open UNIQUE (subject, detail, is_open),
    INDEX ix_alert_open (is_open, raised_at, id),
    CONSTRAINT ck_alert_end CHECK (
        (ended_at IS NULL AND ended_by IS NULL AND end_reason IS NULL)
        OR (ended_at IS NOT NULL AND ended_by IS NOT NULL AND end_reason IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
