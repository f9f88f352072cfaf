package io.portolan.app.watch;

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
import java.util.List;
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

    private final List<NostroAccount> accounts;
    private final StatementBank statements;
    private final ReturnLookup returnLookup;
    private final Payments payments;
    private final PaymentWorkflows workflows;

    /** Asks the bank itself about the return of an instruction. */
    @FunctionalInterface
    public interface ReturnLookup {
        Optional<PayoutReturn> find(Payment payment, Instruction payout);
    }

    public ReturnDetector(
            List<NostroAccount> accounts,
            StatementBank statements,
            ReturnLookup inquiry,
            Payments payments,
            PaymentWorkflows workflows) {
        this.accounts = List.copyOf(accounts);
        this.statements = statements;
        this.returnLookup = inquiry;
        this.payments = payments;
        this.workflows = workflows;
    }

    /** One look at the statements of today and yesterday, in UTC. */
    public void run(Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (NostroAccount account : accounts) {
            Stream.of(today.minusDays(1), today)
                    .flatMap(date -> returnedPayouts(account, date))
                    .forEach(this::reopen);
        }
    }

    /** The payouts that the statement credits back to us. */
    private Stream<InstructionKey> returnedPayouts(NostroAccount account, LocalDate date) {
        try {
            return statements.statement(account, date).lines().stream()
                    .filter(line -> line.amount().isPositive())
                    .map(Statement.Line::key)
                    .filter(key -> key.contains("/" + Step.PAYOUT.code() + "/"))
                    .map(InstructionKey::parse);
        } catch (StatementUnavailable unavailable) {
            LOG.warn(
                    "no statement of {} for {}: {}; asked again in the next round",
                    account.number(),
                    date,
                    unavailable.getMessage());
            return Stream.empty();
        }
    }

    private void reopen(InstructionKey key) {
        payments.find(key.payment()).ifPresent(payment -> {
            Instruction payout = payment.instruction(key);
            if (payout.settlement() != SettlementStatus.RETURNED) {
                returnLookup.find(payment, payout).ifPresent(back -> reopen(key, back));
            }
        });
    }

    private void reopen(InstructionKey key, PayoutReturn back) {
        PaymentChange change =
                payments.change(key.payment(), payment -> Transitions.recordReturn(payment, back, back.returnedAt()));
        if (!change.isNone()) {
            LOG.info("{} came back with {}: its payment reopens", key, back.amount());
            workflows.start(key.payment());
        }
    }
}
