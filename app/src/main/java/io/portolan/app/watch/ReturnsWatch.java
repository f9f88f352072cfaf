package io.portolan.app.watch;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.bank.StatementBank.StatementUnavailable;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.Change;
import io.portolan.domain.payment.Funds;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Payment;
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
public final class ReturnsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnsWatch.class);

    private final List<NostroAccount> accounts;
    private final StatementBank statements;
    private final Inquiry inquiry;
    private final Payments payments;
    private final PaymentWorkflows workflows;

    /** Asks the bank itself about the return of an instruction. */
    @FunctionalInterface
    public interface Inquiry {
        Optional<PayoutReturn> find(Payment payment, Instruction payout);
    }

    public ReturnsWatch(
            List<NostroAccount> accounts,
            StatementBank statements,
            Inquiry inquiry,
            Payments payments,
            PaymentWorkflows workflows) {
        this.accounts = List.copyOf(accounts);
        this.statements = statements;
        this.inquiry = inquiry;
        this.payments = payments;
        this.workflows = workflows;
    }

    /** One look at the statements of today and yesterday, in UTC. */
    public void run(Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (NostroAccount account : accounts) {
            Stream.of(today.minusDays(1), today)
                    .flatMap(date -> returned(account, date))
                    .forEach(this::reopen);
        }
    }

    /** The payouts that the statement credits back to us. */
    private Stream<InstructionKey> returned(NostroAccount account, LocalDate date) {
        try {
            return statements.statement(account, date).lines().stream()
                    .filter(line -> line.amount().isPositive())
                    .map(Statement.Line::key)
                    .filter(key -> key.contains("/" + Step.PAYOUT.word() + "/"))
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
            if (payout.funds() != Funds.RETURNED) {
                inquiry.find(payment, payout).ifPresent(back -> reopen(key, back));
            }
        });
    }

    private void reopen(InstructionKey key, PayoutReturn back) {
        Change change =
                payments.change(key.payment(), payment -> Transitions.returned(payment, back, back.returnedAt()));
        if (!change.isNone()) {
            LOG.info("{} came back with {}: its payment reopens", key, back.amount());
            workflows.start(key.payment());
        }
    }
}
