package io.portolan.domain.payment;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a payment waits for a person, at which step, and until when at the latest (null: as long as it takes). */
public record Parking(
        Step step,
        Reason reason,
        Instant parkedAt,
        @Nullable Instant deadlineAt) {}
