package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.callback.CallbackSender;
import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.InstructionRequest;
import io.portolan.simulators.instruction.Instructions;
import io.portolan.simulators.instruction.statement.Statement;
import io.portolan.simulators.instruction.statement.Statements;
import io.portolan.simulators.store.Sql;
import io.portolan.simulators.store.Store;
import io.portolan.simulators.wire.Reply;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where every counterparty takes in instructions and looks them up: the part of its work that is not its own dialect. */
public final class InstructionIntake {

    private final Store store;
    private final Lifecycle lifecycle;
    private final Instructions instructions;
    private final Statements statements;
    private final CallbackSender callbackSender;

    public InstructionIntake(Store store, Lifecycle lifecycle, Repositories books, CallbackSender courier) {
        this.store = store;
        this.lifecycle = lifecycle;
        this.instructions = books.instructions();
        this.statements = books.statements();
        this.callbackSender = courier;
    }

    /** Stores the instruction unless its key is known; the plan is made only for a new one, in the same transaction. */
    public IntakeResult receive(InstructionRequest draft, Function<Sql, IntendedOutcome> plan) {
        return store.write(sql -> lifecycle.receive(sql, draft, () -> plan.apply(sql)));
    }

    /** The reply to an instruction that was just stored, or what its quirk makes of that reply. */
    public Reply replyWithFault(Instruction stored, Supplier<Reply> honest) {
        return switch (stored.fault()) {
            case RESPONSE_LOST -> new Reply.ConnectionReset();
            case GIBBERISH -> new Reply.Content(200, "text/html", "<<%%% 0x8F upstream {ok} &&& \u2603 ]]>");
            case SERVER_ERROR -> Reply.text(500, "internal error");
            case EARLY_CALLBACK -> {
                callbackSender.sendNow(stored.number());
                yield honest.get();
            }
            case NONE, SLOW, TRIPLE_CALLBACK, CONTRADICTORY_CALLBACK, PAYOUT_RETURNED -> honest.get();
        };
    }

    public Optional<Instruction> find(Counterparty counterparty, String key) {
        return store.read(sql -> instructions.find(sql, counterparty, key));
    }

    public Optional<Statement> statement(String bank, String account, LocalDate date) {
        return store.read(sql -> statements.find(sql, bank, account, date));
    }
}
