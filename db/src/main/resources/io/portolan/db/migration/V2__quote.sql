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
