package io.portolan.simulators.instruction;

import io.portolan.simulators.account.AccountTransfer;
import io.portolan.simulators.instruction.State.Booked;
import io.portolan.simulators.instruction.State.Received;
import io.portolan.simulators.instruction.State.RejectedAtOnce;
import io.portolan.simulators.instruction.State.RejectedLater;
import io.portolan.simulators.instruction.State.Returned;
import io.portolan.simulators.instruction.State.Settled;
import io.portolan.simulators.money.Currency;
import io.portolan.simulators.money.Money;
import io.portolan.simulators.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All instructions that any counterparty has stored, one for each key. */
public final class Instructions {

    private static final String SELECT = "select * from instruction ";

    public Optional<Instruction> find(Sql sql, Counterparty counterparty, String key) {
        return sql.first(
                SELECT + "where counterparty = ? and instruction_key = ?", row -> read(sql, row), counterparty, key);
    }

    /** The total of all instructions of a kind that refer to the same key or quote, without the rejected ones. */
    public long totalNotRejected(Sql sql, Kind kind, String related) {
        return sql.number(
                "select coalesce(sum(t.amount), 0) from instruction i"
                        + " join account_transfer t on t.instruction = i.id and t.ordinal = 0"
                        + " where i.related = ? and i.kind = ?"
                        + " and i.state not in ('REJECTED_AT_ONCE', 'REJECTED_LATER')",
                related,
                kind);
    }

    public Instruction get(Sql sql, long number) {
        return sql.first(SELECT + "where id = ?", row -> read(sql, row), number).orElseThrow();
    }

    public Instruction add(Sql sql, InstructionRequest request, Fault fault, Instant receivedAt) {
        long number = sql.insert(
                "insert into instruction (kind, counterparty, instruction_key, fingerprint, related, notify_url,"
                        + " fault, state, received_at) values (?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?)",
                request.kind(),
                request.kind().counterparty(),
                request.key(),
                request.fingerprint(),
                request.related(),
                request.notifyUrl(),
                fault,
                receivedAt);
        for (int i = 0; i < request.transfers().size(); i++) {
            addTransfer(sql, number, i, request.transfers().get(i));
        }
        return new Instruction(number, request, fault, receivedAt, new Received());
    }

    public Instruction updateState(Sql sql, Instruction instruction, State state) {
        long number = instruction.number();
        switch (state) {
            case Received _ -> throw new IllegalArgumentException("an instruction is received only once");
            case Booked(var at) ->
                sql.update("update instruction set state = 'BOOKED', booked_at = ? where id = ?", at, number);
            case Settled settled ->
                sql.update(
                        "update instruction set state = 'SETTLED', settled_at = ? where id = ?",
                        settled.settledAt(),
                        number);
            case Returned returned ->
                sql.update(
                        "update instruction set state = 'RETURNED', returned_at = ? where id = ?",
                        returned.returnedAt(),
                        number);
            case RejectedAtOnce(var reason) -> updateRejected(sql, number, "REJECTED_AT_ONCE", reason);
            case RejectedLater(var reason) -> updateRejected(sql, number, "REJECTED_LATER", reason);
        }
        return instruction.withState(state);
    }

    /** Reads the state from a row that has the columns of an instruction. */
    public static State state(ResultSet row) throws SQLException {
        var bookedAt = Instant.ofEpochMilli(row.getLong("booked_at"));
        var settledAt = Instant.ofEpochMilli(row.getLong("settled_at"));
        return switch (row.getString("state")) {
            case "RECEIVED" -> new Received();
            case "BOOKED" -> new Booked(bookedAt);
            case "SETTLED" -> new Settled(bookedAt, settledAt);
            case "RETURNED" -> new Returned(bookedAt, settledAt, Instant.ofEpochMilli(row.getLong("returned_at")));
            case "REJECTED_AT_ONCE" -> new RejectedAtOnce(rejection(row));
            case "REJECTED_LATER" -> new RejectedLater(rejection(row));
            default -> throw new IllegalStateException("state " + row.getString("state"));
        };
    }

    public static Rejection rejection(ResultSet row) throws SQLException {
        return new Rejection(row.getString("rejection_code"), row.getString("rejection_message"));
    }

    private static void updateRejected(Sql sql, long number, String state, Rejection reason) {
        sql.update(
                "update instruction set state = ?, rejection_code = ?, rejection_message = ? where id = ?",
                state,
                reason.code(),
                reason.message(),
                number);
    }

    private static void addTransfer(Sql sql, long number, int ordinal, AccountTransfer transfer) {
        sql.update(
                "insert into account_transfer (instruction, ordinal, from_account, to_account, currency, amount)"
                        + " values (?, ?, ?, ?, ?, ?)",
                number,
                ordinal,
                transfer.from(),
                transfer.to(),
                transfer.money().currency(),
                transfer.money().minorUnits());
    }

    private static Instruction read(Sql sql, ResultSet row) throws SQLException {
        long number = row.getLong("id");
        var request = new InstructionRequest(
                Kind.valueOf(row.getString("kind")),
                row.getString("instruction_key"),
                row.getString("fingerprint"),
                row.getString("related"),
                row.getString("notify_url"),
                transfers(sql, number));
        return new Instruction(
                number,
                request,
                Fault.valueOf(row.getString("fault")),
                Instant.ofEpochMilli(row.getLong("received_at")),
                state(row));
    }

    private static List<AccountTransfer> transfers(Sql sql, long number) {
        return sql.all(
                "select from_account, to_account, currency, amount from account_transfer"
                        + " where instruction = ? order by ordinal",
                row -> new AccountTransfer(
                        row.getString("from_account"),
                        row.getString("to_account"),
                        new Money(Currency.valueOf(row.getString("currency")), row.getLong("amount"))),
                number);
    }
}
