package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.instruction.Instructions;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.Task.Action;
import io.portolan.simulators.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What is to be done and when, kept with the instructions, so that a restart resumes where the process was. */
final class DueTasks {

    private static final Rejection NONE = new Rejection("", "");

    void add(Sql sql, long instruction, Action action, Instant dueAt) {
        switch (action) {
            case Action.Book _ -> add(sql, instruction, "BOOK", NONE, dueAt);
            case Action.Reject(var reason) -> add(sql, instruction, "REJECT", reason, dueAt);
            case Action.Settle _ -> add(sql, instruction, "SETTLE", NONE, dueAt);
            case Action.ReturnFunds _ -> add(sql, instruction, "RETURN_FUNDS", NONE, dueAt);
        }
    }

    List<Task> findDue(Sql sql, Instant now, int limit) {
        return sql.all(
                "select * from task where due_at <= ? order by due_at, id limit ?",
                row -> new Task(row.getLong("id"), row.getLong("instruction"), action(row)),
                now,
                limit);
    }

    /** Deletes the task; false if it was already done. */
    boolean remove(Sql sql, Task task) {
        return sql.update("delete from task where id = ?", task.id()) == 1;
    }

    private static void add(Sql sql, long instruction, String action, Rejection reason, Instant dueAt) {
        sql.update(
                "insert into task (instruction, action, rejection_code, rejection_message, due_at)"
                        + " values (?, ?, ?, ?, ?)",
                instruction,
                action,
                reason.code(),
                reason.message(),
                dueAt);
    }

    private static Action action(ResultSet row) throws SQLException {
        return switch (row.getString("action")) {
            case "BOOK" -> new Action.Book();
            case "REJECT" -> new Action.Reject(Instructions.rejection(row));
            case "SETTLE" -> new Action.Settle();
            case "RETURN_FUNDS" -> new Action.ReturnFunds();
            default -> throw new IllegalStateException("action " + row.getString("action"));
        };
    }
}
