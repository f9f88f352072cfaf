package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.callback.CallbackSender;
import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.InstructionRequest;
import io.portolan.simulators.instruction.Instructions;
import io.portolan.simulators.instruction.PayoutReturn;
import io.portolan.simulators.instruction.PayoutReturns;
import io.portolan.simulators.instruction.statement.Statement;
import io.portolan.simulators.instruction.statement.Statements;
import io.portolan.simulators.store.Sql;
import io.portolan.simulators.store.Store;
import io.portolan.simulators.wire.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes in instructions and looks them up, for every counterparty: what does not depend on its protocol. */
public final class InstructionIntake {

    private final Store store;
    private final Lifecycle lifecycle;
    private final Instructions instructions;
    private final PayoutReturns payoutReturns;
    private final Statements statements;
    private final CallbackSender callbackSender;

    public InstructionIntake(
            Store store, Lifecycle lifecycle, Repositories repositories, CallbackSender callbackSender) {
        this.store = store;
        this.lifecycle = lifecycle;
        this.instructions = repositories.instructions();
        this.payoutReturns = repositories.payoutReturns();
        this.statements = repositories.statements();
        this.callbackSender = callbackSender;
    }

    /**
     * Stores the instruction unless its key is known; only for a new key is {@code decide} called, in the same
     * transaction.
     */
    public IntakeResult receive(InstructionRequest request, Function<Sql, IntendedOutcome> decide) {
        return store.write(sql -> lifecycle.receive(sql, request, () -> decide.apply(sql)));
    }

    /**
     * The reply to an instruction that was just stored, distorted as its fault says. For an early callback it sends
     * that first.
     */
    public Reply replyWithFault(Instruction stored, Supplier<Reply> reply) {
        return switch (stored.fault()) {
            case RESPONSE_LOST -> new Reply.ConnectionReset();
            case GIBBERISH -> new Reply.Content(200, "text/html", "<<%%% 0x8F upstream {ok} &&& \u2603 ]]>");
            case SERVER_ERROR -> Reply.text(500, "internal error");
            case EARLY_CALLBACK -> {
                callbackSender.sendNow(stored.number());
                yield reply.get();
            }
            case NONE,
                    SLOW,
                    VERY_SLOW,
                    TRIPLE_CALLBACK,
                    CONTRADICTORY_CALLBACK,
                    HIDDEN_UNTIL_BOOKED,
                    REPORTED_REJECTED_LATER,
                    RETURNED_LESS_PERCENTAGE,
                    RETURNED_LESS_FLAT_FEE,
                    RETURNED_TWICE,
                    RETURNED_FOR_WRONG_ACCOUNT -> reply.get();
        };
    }

    public Optional<Instruction> find(Counterparty counterparty, String key) {
        return store.read(sql -> instructions.find(sql, counterparty, key));
    }

    /** All returns of the payout, in the order in which they came. */
    public List<PayoutReturn> returnsOf(Instruction payout) {
        return store.read(sql -> payoutReturns.of(sql, payout));
    }

    public Optional<Statement> statement(String bank, String account, LocalDate date) {
        return store.read(sql -> statements.find(sql, bank, account, date));
    }
}
