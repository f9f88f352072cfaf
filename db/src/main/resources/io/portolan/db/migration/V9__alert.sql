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
