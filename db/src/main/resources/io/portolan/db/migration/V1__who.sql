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

-- The row is claimed before the work and gets its answer with the work's own commit, so a committed row always has one.
CREATE TABLE idempotency_key (
    merchant_id     VARCHAR(32)   NOT NULL,
    request_key     VARCHAR(255)  NOT NULL,
    operation       VARCHAR(255)  NOT NULL,
    body_hash       CHAR(64)      NOT NULL,
    claimed_at      DATETIME(6)   NOT NULL,
    answer_status   INT           NULL,
    answer_location VARCHAR(2000) NULL,
    answer_body     MEDIUMTEXT    NULL,
    PRIMARY KEY (merchant_id, request_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
