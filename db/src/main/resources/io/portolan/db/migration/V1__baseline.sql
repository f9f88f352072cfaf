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

-- A payment: the row is the durable queue of the intake, and its lock is what makes a payment's changes follow one another. Its price, order and route are what
-- was promised, and stay; due_at is when something has to have happened by itself.

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
    unwind_policy                  VARCHAR(16)  NOT NULL,
    dealers                        VARCHAR(500) NOT NULL,
    collection_account_bank        VARCHAR(32)  NOT NULL,
    collection_account_number      VARCHAR(64)  NOT NULL,
    collection_account_currency    CHAR(3)      NOT NULL,
    dealer_source_account_bank     VARCHAR(32)  NOT NULL,
    dealer_source_account_number   VARCHAR(64)  NOT NULL,
    dealer_source_account_currency CHAR(3)      NOT NULL,
    dealer_destination_account_bank     VARCHAR(32) NOT NULL,
    dealer_destination_account_number   VARCHAR(64) NOT NULL,
    dealer_destination_account_currency CHAR(3)     NOT NULL,
    sending_millis                 BIGINT       NOT NULL,
    honouring_millis               BIGINT       NOT NULL,
    collecting_millis              BIGINT       NOT NULL,
    converting_millis              BIGINT       NOT NULL,
    paying_out_millis              BIGINT       NOT NULL,
    unwinding_millis               BIGINT       NOT NULL,
    repair_millis                  BIGINT       NOT NULL,
    stage                          VARCHAR(16)  NOT NULL,
    version                        INT          NOT NULL,
    due_at                         DATETIME(6)  NULL,
    parking_kind                   VARCHAR(8)   NULL,
    parking_movement               VARCHAR(16)  NULL,
    parking_instruction_key        VARCHAR(40)  NULL,
    parking_reason_code            VARCHAR(64)  NULL,
    parking_reason_detail          VARCHAR(500) NULL,
    parking_reason_remedy          VARCHAR(16)  NULL,
    parked_at                      DATETIME(6)  NULL,
    parking_until                  DATETIME(6)  NULL,
    parking_version                INT          NULL,
    hold_operator                  VARCHAR(64)  NULL,
    hold_reason                    VARCHAR(500) NULL,
    held_at                        DATETIME(6)  NULL,
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
    CONSTRAINT ck_payment_parked CHECK ((stage = 'PARKED') = (parking_kind IS NOT NULL)
        AND (parking_kind IS NULL) = (parking_movement IS NULL) AND (parking_kind IS NULL) = (parking_reason_code IS NULL)
        AND (parking_kind IS NULL) = (parked_at IS NULL) AND (parking_kind IS NULL) = (parking_version IS NULL)),
    CONSTRAINT ck_payment_held CHECK ((hold_operator IS NULL) = (hold_reason IS NULL) AND (hold_operator IS NULL) = (held_at IS NULL)),
    INDEX ix_payment_created (created_at, id),
    INDEX ix_payment_updated (updated_at, id),
    INDEX ix_payment_merchant (merchant_id, created_at, id),
    INDEX ix_payment_order (order_reference, created_at, id),
    INDEX ix_payment_stage (stage, created_at, id),
    INDEX ix_payment_open (is_open, created_at, id),
    INDEX ix_payment_due (due_at, id),
    INDEX ix_payment_held (held_at)
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

-- What a payment is going to do, frozen before it does it: of a plan only its status changes, of a movement nothing. A plan that goes to the seller has no cost.
CREATE TABLE plan (
    payment_id          VARCHAR(24)  NOT NULL,
    number              INT          NOT NULL,
    purpose             VARCHAR(16)  NOT NULL,
    status              VARCHAR(16)  NOT NULL,
    reason_code         VARCHAR(64)  NULL,
    reason_detail       VARCHAR(500) NULL,
    reason_remedy       VARCHAR(16)  NULL,
    fx_result_currency  CHAR(3)      NULL,
    fx_result_amount    BIGINT       NULL,
    bank_fees_currency  CHAR(3)      NULL,
    bank_fees_amount    BIGINT       NULL,
    cost_bearer         VARCHAR(16)  NULL,
    made_at             DATETIME(6)  NOT NULL,
    PRIMARY KEY (payment_id, number),
    CONSTRAINT fk_plan_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT ck_plan_number CHECK (number BETWEEN 1 AND 99),
    CONSTRAINT ck_plan_purpose CHECK (purpose IN ('FORWARD', 'UNWIND', 'RETURN', 'REFUND')),
    CONSTRAINT ck_plan_status CHECK (status IN ('PROPOSED', 'OPEN', 'DONE', 'REPLACED')),
    CONSTRAINT ck_plan_reason CHECK ((reason_code IS NULL) = (reason_detail IS NULL) AND (reason_code IS NULL) = (reason_remedy IS NULL)),
    CONSTRAINT ck_plan_cost CHECK ((cost_bearer IS NULL) = (fx_result_amount IS NULL) AND (cost_bearer IS NULL) = (bank_fees_amount IS NULL)
        AND (cost_bearer IS NULL) = (fx_result_currency IS NULL) AND (cost_bearer IS NULL) = (bank_fees_currency IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The terms of a movement, by its kind: a collection fills an account of ours, a payout and a refund draw on one, the rest move between two. A trade has a dealer and
-- a firm rate, whose sold side is the amount; each other has a party: the payer, the payee, or who holds our accounts. The entries are lines: the occasion
-- and the name, then each posting as account and amount, with a semicolon before it.
CREATE TABLE movement (
    payment_id             VARCHAR(24)  NOT NULL,
    plan                   INT          NOT NULL,
    number                 INT          NOT NULL,
    kind                   VARCHAR(16)  NOT NULL,
    bearer                 VARCHAR(16)  NOT NULL,
    tolerance_basis_points INT          NOT NULL,
    currency               CHAR(3)      NOT NULL,
    amount                 BIGINT       NOT NULL,
    from_bank              VARCHAR(32)  NULL,
    from_number            VARCHAR(64)  NULL,
    from_currency          CHAR(3)      NULL,
    into_bank              VARCHAR(32)  NULL,
    into_number            VARCHAR(64)  NULL,
    into_currency          CHAR(3)      NULL,
    dealer                 VARCHAR(64)  NULL,
    buy_currency           CHAR(3)      NULL,
    buy_amount             BIGINT       NULL,
    rate                   VARCHAR(64)  NULL,
    dealer_quote           VARCHAR(255) NULL,
    rate_expires_at        DATETIME(6)  NULL,
    party_name             VARCHAR(140) NULL,
    party_account_number   VARCHAR(34)  NULL,
    party_account_bank     VARCHAR(11)  NULL,
    party_street           VARCHAR(70)  NULL,
    party_building         VARCHAR(16)  NULL,
    party_postal_code      VARCHAR(16)  NULL,
    party_city             VARCHAR(35)  NULL,
    party_country          CHAR(2)      NULL,
    purpose_code           VARCHAR(255) NULL,
    collection_key         VARCHAR(40)  NULL,
    entries                TEXT         NOT NULL,
    PRIMARY KEY (payment_id, plan, number),
    CONSTRAINT fk_movement_plan FOREIGN KEY (payment_id, plan) REFERENCES plan (payment_id, number),
    CONSTRAINT ck_movement_number CHECK (number BETWEEN 1 AND 99),
    CONSTRAINT ck_movement_kind CHECK (kind IN ('collection', 'top-up', 'trade', 'payout', 'reversal', 'top-up-return', 'refund')),
    CONSTRAINT ck_movement_from CHECK ((kind = 'collection') = (from_bank IS NULL)
        AND (from_bank IS NULL) = (from_number IS NULL) AND (from_bank IS NULL) = (from_currency IS NULL)),
    CONSTRAINT ck_movement_into CHECK ((kind IN ('payout', 'refund')) = (into_bank IS NULL)
        AND (into_bank IS NULL) = (into_number IS NULL) AND (into_bank IS NULL) = (into_currency IS NULL)),
    CONSTRAINT ck_movement_rate CHECK ((kind IN ('trade', 'reversal')) = (dealer IS NOT NULL) AND (dealer IS NULL) = (buy_currency IS NULL)
        AND (dealer IS NULL) = (buy_amount IS NULL) AND (dealer IS NULL) = (rate IS NULL)
        AND (dealer IS NULL) = (dealer_quote IS NULL) AND (dealer IS NULL) = (rate_expires_at IS NULL)),
    CONSTRAINT ck_movement_party CHECK ((kind IN ('trade', 'reversal')) = (party_name IS NULL)
        AND (party_name IS NULL) = (party_account_number IS NULL)),
    CONSTRAINT ck_movement_purpose CHECK ((kind = 'payout') = (purpose_code IS NOT NULL)),
    CONSTRAINT ck_movement_collection CHECK ((kind = 'refund') = (collection_key IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One attempt of one movement: what the bank says (booking) and what has really moved (settlement), with the times of both. The position keeps the order in which
-- a payment's instructions began. Until send_until it may be sent; until honoured_until the bank may still take a copy; until awaited_until an answer is awaited.
CREATE TABLE instruction (
    payment_id        VARCHAR(24)  NOT NULL,
    plan              INT          NOT NULL,
    movement          INT          NOT NULL,
    attempt           INT          NOT NULL,
    position          INT          NOT NULL,
    kind              VARCHAR(16)  NOT NULL,
    currency          CHAR(3)      NOT NULL,
    amount            BIGINT       NOT NULL,
    instructed_at     DATETIME(6)  NOT NULL,
    send_until        DATETIME(6)  NOT NULL,
    honoured_until    DATETIME(6)  NOT NULL,
    awaited_until     DATETIME(6)  NOT NULL,
    booking           VARCHAR(16)  NOT NULL,
    bank_reference    TEXT         NULL,
    executed_currency CHAR(3)      NULL,
    executed_amount   BIGINT       NULL,
    rejection_code    VARCHAR(64)  NULL,
    rejection_detail  VARCHAR(500) NULL,
    rejection_remedy  VARCHAR(16)  NULL,
    uncertainty       TEXT         NULL,
    decided_at        DATETIME(6)  NULL,
    witness           VARCHAR(16)  NOT NULL,
    settlement        VARCHAR(16)  NOT NULL,
    settled_at        DATETIME(6)  NULL,
    returned_currency CHAR(3)      NULL,
    returned_amount   BIGINT       NULL,
    return_reference  TEXT         NULL,
    PRIMARY KEY (payment_id, plan, movement, attempt),
    CONSTRAINT uq_instruction_position UNIQUE (payment_id, position),
    CONSTRAINT fk_instruction_movement FOREIGN KEY (payment_id, plan, movement) REFERENCES movement (payment_id, plan, number),
    CONSTRAINT ck_instruction_attempt CHECK (attempt BETWEEN 1 AND 99),
    CONSTRAINT ck_instruction_window CHECK (instructed_at <= send_until AND send_until <= honoured_until),
    CONSTRAINT ck_instruction_booking CHECK (booking IN ('INSTRUCTED', 'BOOKED', 'REJECTED', 'UNKNOWN')),
    CONSTRAINT ck_instruction_settlement CHECK (settlement IN ('UNSETTLED', 'SETTLED', 'RETURNED')),
    CONSTRAINT ck_instruction_executed CHECK ((booking = 'BOOKED') = (executed_amount IS NOT NULL)
        AND (executed_amount IS NULL) = (executed_currency IS NULL) AND (booking <> 'BOOKED' OR bank_reference IS NOT NULL)),
    CONSTRAINT ck_instruction_rejection CHECK ((booking = 'REJECTED') = (rejection_code IS NOT NULL)),
    CONSTRAINT ck_instruction_returned CHECK ((settlement = 'RETURNED') = (returned_amount IS NOT NULL)
        AND (returned_amount IS NULL) = (returned_currency IS NULL) AND (returned_amount IS NULL) = (return_reference IS NULL)),
    INDEX ix_instruction_flows (booking, settlement, payment_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What merchants asked to be given back to buyers, each with the plan that does it.
CREATE TABLE refund (
    id           VARCHAR(24)  NOT NULL,
    payment_id   VARCHAR(24)  NOT NULL,
    plan         INT          NOT NULL,
    currency     CHAR(3)      NOT NULL,
    amount       BIGINT       NOT NULL,
    reason       VARCHAR(500) NOT NULL,
    requested_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_refund_plan UNIQUE (payment_id, plan),
    CONSTRAINT fk_refund_plan FOREIGN KEY (payment_id, plan) REFERENCES plan (payment_id, number),
    CONSTRAINT ck_refund_amount CHECK (amount > 0)
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
    plan       INT          NOT NULL,
    movement   INT          NOT NULL,
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

-- What people decided: recorded before anything changes because of it. Only its course is added: who approved it, and how it ended. An id is that of one decision,
-- whatever the payment. Nobody approves what he proposed, and evidence and whom we pay are never one person's word: the table itself says so.
CREATE TABLE decision (
    payment_id           VARCHAR(24)  NOT NULL,
    kind                 VARCHAR(32)  NOT NULL,
    id                   VARCHAR(24)  NOT NULL,
    version              INT          NOT NULL,
    maker                VARCHAR(64)  NOT NULL,
    reason               VARCHAR(500) NOT NULL,
    made_at              DATETIME(6)  NOT NULL,
    plan                 INT          NULL,
    instruction_key      VARCHAR(40)  NULL,
    evidence_source      VARCHAR(16)  NULL,
    evidence_reference   VARCHAR(140) NULL,
    evidence_currency    CHAR(3)      NULL,
    evidence_amount      BIGINT       NULL,
    evidence_value_date  DATE         NULL,
    payee_name           VARCHAR(140) NULL,
    payee_account_number VARCHAR(34)  NULL,
    payee_account_bank   VARCHAR(11)  NULL,
    payee_street         VARCHAR(70)  NULL,
    payee_building       VARCHAR(16)  NULL,
    payee_postal_code    VARCHAR(16)  NULL,
    payee_city           VARCHAR(35)  NULL,
    payee_country        CHAR(2)      NULL,
    status               VARCHAR(16)  NOT NULL,
    lapses_at            DATETIME(6)  NOT NULL,
    checker              VARCHAR(64)  NULL,
    approved_at          DATETIME(6)  NULL,
    ended_at             DATETIME(6)  NULL,
    end_detail           TEXT         NULL,
    state_before         TEXT         NULL,
    state_after          TEXT         NULL,
    PRIMARY KEY (payment_id, kind, id),
    CONSTRAINT uq_decision_id UNIQUE (id),
    CONSTRAINT ck_decision_kind CHECK (kind IN ('RETRY', 'UNWIND', 'RESOLVE_EXECUTED', 'RESOLVE_NOT_EXECUTED', 'CORRECT_PAYEE',
                                                'CANCEL', 'HOLD', 'RELEASE')),
    CONSTRAINT ck_decision_plan CHECK ((kind = 'UNWIND') = (plan IS NOT NULL)),
    CONSTRAINT ck_decision_evidence CHECK ((kind IN ('RESOLVE_EXECUTED', 'RESOLVE_NOT_EXECUTED')) = (instruction_key IS NOT NULL)
        AND (instruction_key IS NULL) = (evidence_source IS NULL) AND (instruction_key IS NULL) = (evidence_reference IS NULL)
        AND (instruction_key IS NULL) = (evidence_currency IS NULL) AND (instruction_key IS NULL) = (evidence_amount IS NULL)
        AND (instruction_key IS NULL) = (evidence_value_date IS NULL)),
    CONSTRAINT ck_decision_payee CHECK ((kind = 'CORRECT_PAYEE') = (payee_name IS NOT NULL)
        AND (payee_name IS NULL) = (payee_account_number IS NULL)),
    CONSTRAINT ck_decision_status CHECK (status IN ('PROPOSED', 'APPROVED', 'APPLIED', 'REFUSED', 'LAPSED')),
    CONSTRAINT ck_decision_approval CHECK ((checker IS NULL) = (approved_at IS NULL) AND (status <> 'PROPOSED' OR checker IS NULL)),
    CONSTRAINT ck_decision_checker CHECK (checker <> maker),
    CONSTRAINT ck_decision_two_people CHECK (checker IS NOT NULL OR status NOT IN ('APPROVED', 'APPLIED')
        OR kind NOT IN ('RESOLVE_EXECUTED', 'RESOLVE_NOT_EXECUTED', 'CORRECT_PAYEE')),
    CONSTRAINT ck_decision_end CHECK ((status IN ('APPLIED', 'REFUSED', 'LAPSED')) = (ended_at IS NOT NULL)
        AND (ended_at IS NULL) = (end_detail IS NULL) AND (ended_at IS NULL) = (state_before IS NULL)
        AND (ended_at IS NULL) = (state_after IS NULL)),
    INDEX ix_decision_status (status, made_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Disagreements about money between two books. The same fact about the same instruction is one row, however often it is heard; of money that belongs to no
-- instruction the key is empty, as a unique key lets nulls repeat.
CREATE TABLE payment_break (
    id              VARCHAR(24)  NOT NULL,
    type            VARCHAR(32)  NOT NULL,
    payment_id      VARCHAR(24)  NULL,
    instruction_key VARCHAR(40)  NOT NULL,
    reference       VARCHAR(500) NOT NULL,
    currency        CHAR(3)      NOT NULL,
    amount          BIGINT       NOT NULL,
    detail          TEXT         NOT NULL,
    owner           VARCHAR(64)  NOT NULL,
    opened_at       DATETIME(6)  NOT NULL,
    closed_at       DATETIME(6)  NULL,
    closed_by       VARCHAR(64)  NULL,
    resolution      VARCHAR(500) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_payment_break_fact UNIQUE (instruction_key, type, reference),
    CONSTRAINT ck_payment_break_payment CHECK (instruction_key = '' OR payment_id IS NOT NULL),
    CONSTRAINT ck_payment_break_closing CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (resolution IS NULL)),
    INDEX ix_payment_break_open (closed_at, opened_at, id),
    INDEX ix_payment_break_payment (payment_id, opened_at, id)
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
