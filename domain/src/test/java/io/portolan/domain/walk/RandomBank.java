package io.portolan.domain.walk;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.RejectionTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whoever is instructed: it answers at random, mostly keeps to its word, and is sometimes silent, late, or contradicts itself. */
final class RandomBank {
    private final Random random;
    private final Map<InstructionKey, InquiryResult> decided = new HashMap<>();
    private boolean honest;

    RandomBank(Random random) {
        this.random = random;
    }

    /** From now on it answers everything at once, books what it has not decided, and contradicts nothing. */
    void turnHonest() {
        honest = true;
    }

    InquiryResult answer(Instruction asked, Instant now) {
        InquiryResult known = decided.get(asked.key());
        if (known != null && (honest || random.nextInt(8) > 0)) {
            return later(known, now);
        }
        InquiryResult result = honest ? booked(now) : randomly(asked.kind(), now);
        boolean decisive = result instanceof InquiryResult.Booked || result instanceof InquiryResult.Rejected;
        if (decisive) {
            decided.put(asked.key(), result);
        }
        return result;
    }

    private InquiryResult randomly(MovementKind kind, Instant now) {
        return switch (random.nextInt(10)) {
            case 0 -> new InquiryResult.Unknown("a timeout");
            case 1 -> new InquiryResult.Pending("P" + random.nextInt(3));
            case 2 -> new InquiryResult.NotFound();
            case 3, 4 -> new InquiryResult.Rejected(reasonFor(kind));
            default -> booked(now);
        };
    }

    /** What is booked may settle. */
    private InquiryResult later(InquiryResult known, Instant now) {
        return known instanceof InquiryResult.Booked(String reference, Instant bookedAt, var _) && random.nextBoolean()
                ? new InquiryResult.Booked(reference, bookedAt, now)
                : known;
    }

    private InquiryResult booked(Instant now) {
        return new InquiryResult.Booked("R" + random.nextInt(1_000), now, random.nextBoolean() ? now : null);
    }

    private Reason reasonFor(MovementKind kind) {
        List<RejectionTable.Row> rows = RejectionTable.rows().stream()
                .filter(row -> row.kinds().contains(kind))
                .toList();
        String code = random.nextInt(12) == 0
                ? "some_reason"
                : rows.get(random.nextInt(rows.size())).code();
        return Reason.of(code, "as the bank says");
    }
}
