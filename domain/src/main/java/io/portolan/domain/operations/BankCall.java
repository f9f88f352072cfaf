package io.portolan.domain.operations;

import io.portolan.domain.ids.InstructionKey;
import java.time.Duration;
import java.time.Instant;

/** One exchange with the other side about one instruction, as it went; the detail holds no personal data. */
public record BankCall(
        InstructionKey key, Operation operation, Instant startedAt, Duration duration, String outcome, String detail) {
    /** What was asked. */
    public enum Operation {
        INSTRUCT,
        INQUIRE,
        /** The other side called us. */
        CALLBACK
    }

    public BankCall {
        if (detail.length() > 500) {
            detail = detail.substring(0, 500);
        }
    }
}
