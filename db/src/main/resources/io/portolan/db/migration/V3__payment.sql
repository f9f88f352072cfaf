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
    parked_since                   DATETIME(6)  NULL,
    parked_until                   DATETIME(6)  NULL,
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

-- One attempt of one step: what the bank says (information) and what has really moved (funds), with the times of both.
CREATE TABLE instruction (
    payment_id        VARCHAR(24)  NOT NULL,
    step              VARCHAR(16)  NOT NULL,
    attempt           INT          NOT NULL,
    position          INT          NOT NULL,
    currency          CHAR(3)      NOT NULL,
    amount            BIGINT       NOT NULL,
    information       VARCHAR(16)  NOT NULL,
    funds             VARCHAR(16)  NOT NULL,
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
    CONSTRAINT ck_instruction_information CHECK (information IN ('INSTRUCTED', 'BOOKED', 'REJECTED', 'UNKNOWN')),
    CONSTRAINT ck_instruction_funds CHECK (funds IN ('UNSETTLED', 'SETTLED', 'RETURNED')),
    CONSTRAINT ck_instruction_rejection CHECK ((information = 'REJECTED') = (rejection_code IS NOT NULL)),
    CONSTRAINT ck_instruction_returned CHECK ((returned_amount IS NULL) = (returned_currency IS NULL)),
    INDEX ix_instruction_flows (information, funds, payment_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The price of an undo, fixed before it runs.
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
