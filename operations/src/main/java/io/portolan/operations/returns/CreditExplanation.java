package io.portolan.operations.returns;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.breaks.Breaks;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.operations.Rechecks;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Terms;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Says why an account of ours was credited: we had it credited, a payout came back, or nobody knows, which is a break. So each credit that a bank states ends as a fact of a
 * payment or as a break.
 */
public final class CreditExplanation {
    private final Payments payments;
    private final PayoutReturns returns;
    private final Breaks breaks;
    private final Rechecks rechecks;
    private final Clock clock;

    public CreditExplanation(Payments payments, PayoutReturns returns, Breaks breaks, Rechecks rechecks, Clock clock) {
        this.payments = payments;
        this.returns = returns;
        this.breaks = breaks;
        this.rechecks = rechecks;
        this.clock = clock;
    }

    /** Explains a credit, and records what it means. False if it is of a payout that is not decided yet, or whose bank does not tell of this return: then it is explained later. */
    boolean explain(NostroAccount account, Statement.Line credit) {
        Optional<InstructionKey> key = keyOf(credit);
        Optional<Payment> owner = key.flatMap(known -> payments.find(known.payment()));
        Optional<Instruction> cause = owner.flatMap(payment -> payment.find(key.orElseThrow()));
        if (cause.isEmpty()) {
            breaks.add(Break.unexplained(claim(account, credit, "belongs to nothing of ours"), clock.instant()));
            return true;
        }
        return explain(account, credit, owner.orElseThrow(), cause.get());
    }

    /** The day is over and the credit of a payout is not explained: people look into it, and the bank is asked about the payout again. */
    void leaveUnexplained(NostroAccount account, Statement.Line credit) {
        Instant now = clock.instant();
        Break.Claim claim = claim(account, credit, "is of a payout, and its bank tells of no such return");
        Optional<InstructionKey> key = keyOf(credit);
        key.ifPresent(payout -> rechecks.addCallback(payout, now));
        breaks.add(key.map(payout -> Break.of(BreakType.UNEXPLAINED_RETURN, payout, claim, now))
                .orElseGet(() -> Break.unexplained(claim, now)));
    }

    private boolean explain(NostroAccount account, Statement.Line credit, Payment payment, Instruction cause) {
        Terms terms = payment.movementOf(cause.key()).terms();
        if (isCredited(account, terms) || cause.isReturnedAs(credit.bankReference())) {
            return true;
        }
        if (cause.kind() == MovementKind.PAYOUT) {
            return cause.isDecided()
                    && returns.record(payment, cause).stream()
                            .anyMatch(back -> back.reference().equals(credit.bankReference()));
        }
        Break.Claim claim =
                claim(account, credit, "came back of a " + cause.kind().code());
        breaks.add(Break.of(BreakType.UNEXPLAINED_RETURN, cause.key(), claim, clock.instant()));
        return true;
    }

    /** Whether the instruction itself has the account credited. */
    private static boolean isCredited(NostroAccount account, Terms terms) {
        return terms.flows(terms.amount()).stream()
                .anyMatch(
                        flow -> flow.account().equals(account) && flow.change().isPositive());
    }

    /** The reference names the account, too: each bank counts its own. */
    private static Break.Claim claim(NostroAccount account, Statement.Line credit, String what) {
        return new Break.Claim(
                account.number() + "/" + credit.bankReference(),
                credit.amount(),
                "%s on %s %s".formatted(credit.amount(), account.number(), what));
    }

    private static Optional<InstructionKey> keyOf(Statement.Line credit) {
        try {
            return Optional.of(InstructionKey.parse(credit.key()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
