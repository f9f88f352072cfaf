package io.portolan.operations.returns;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.bank.StatementBank.StatementUnavailable;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds payouts that came back after they were booked, in the statement of the bank that paid them, and reopens their payments. A return can come
 * days after completion, when no workflow waits for it; the statement is where it shows first.
 */
public final class ReturnDetector {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnDetector.class);

    private final Map<NostroAccount, StatementBank> statements;
    private final ReturnLookup returnLookup;
    private final Payments payments;
    private final PaymentWorkflows workflows;
    private final Clock clock;

    /** Asks the bank itself about the return of an instruction. */
    @FunctionalInterface
    public interface ReturnLookup {
        Optional<PayoutReturn> find(Payment payment, Instruction payout);
    }

    /** @param statements the bank that has the statement of each account from which we pay out */
    public ReturnDetector(
            Map<NostroAccount, StatementBank> statements,
            ReturnLookup returnLookup,
            Payments payments,
            PaymentWorkflows workflows,
            Clock clock) {
        this.statements = Map.copyOf(statements);
        this.returnLookup = returnLookup;
        this.payments = payments;
        this.workflows = workflows;
        this.clock = clock;
    }

    /** Checks the statements of today and yesterday, in UTC. */
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        statements.forEach((account, bank) -> Stream.of(today.minusDays(1), today)
                .flatMap(date -> credits(bank, account, date))
                .flatMap(line -> returnedPayout(account, line))
                .forEach(this::reopenOrSkip));
    }

    /** A return that cannot be recorded does not keep the others waiting. */
    private void reopenOrSkip(InstructionKey key) {
        try {
            reopen(key);
        } catch (RuntimeException failed) {
            LOG.error("the return of {} cannot be recorded; it is tried again in the next round", key, failed);
        }
    }

    private static Stream<Statement.Line> credits(StatementBank bank, NostroAccount account, LocalDate date) {
        try {
            return bank.statement(account, date).lines().stream()
                    .filter(line -> line.amount().isPositive());
        } catch (StatementUnavailable unavailable) {
            LOG.warn(
                    "no statement of {} for {}: {}; asked again in the next round",
                    account.number(),
                    date,
                    unavailable.getMessage());
            return Stream.empty();
        }
    }

    private static Stream<InstructionKey> returnedPayout(NostroAccount account, Statement.Line line) {
        if (line.key().isEmpty()) {
            return Stream.empty();
        }
        try {
            return Stream.of(InstructionKey.parse(line.key())).filter(key -> key.step() == Step.PAYOUT);
        } catch (IllegalArgumentException malformed) {
            LOG.warn("line {} of {} has a key that is not ours; ignored", line.bankReference(), account.number());
            return Stream.empty();
        }
    }

    private void reopen(InstructionKey key) {
        payments.find(key.payment())
                .ifPresent(payment -> payment.state().instructions().stream()
                        .filter(payout -> payout.key().equals(key) && payout.settlement() != SettlementStatus.RETURNED)
                        .findFirst()
                        .flatMap(payout -> returnLookup.find(payment, payout))
                        .ifPresent(back -> reopen(key, back)));
    }

    private void reopen(InstructionKey key, PayoutReturn back) {
        PaymentChange change =
                payments.change(key.payment(), payment -> Transitions.recordReturn(payment, back, back.returnedAt()));
        if (!change.isNone()) {
            LOG.info("{} was returned with {}; its payment is reopened", key, back.amount());
            workflows.start(key.payment());
        }
    }
}
