package io.portolan.simulators.instruction.statement;

import io.portolan.simulators.account.Account;
import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.instruction.Instructions;
import io.portolan.simulators.instruction.PayoutReturn;
import io.portolan.simulators.instruction.statement.Statement.Direction;
import io.portolan.simulators.instruction.statement.Statement.StatementLine;
import io.portolan.simulators.money.Money;
import io.portolan.simulators.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Statements by account and business date, which is the date of the booking in UTC. */
public final class Statements {

    private final Accounts accounts;

    public Statements(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The statement of one of Portolan's accounts at the bank with this id; empty if there is no such account. */
    public Optional<Statement> find(Sql sql, String bank, String account, LocalDate date) {
        if (!Accounts.CUSTOMER_ACCOUNTS.contains(account) || !account.startsWith(bank + "-")) {
            return Optional.empty();
        }
        return accounts.find(sql, account).map(found -> statement(sql, found, date));
    }

    private static Statement statement(Sql sql, Account account, LocalDate date) {
        var lines = sql.all(
                "select row_number() over (order by e.seq) as line_number, e.purpose, e.amount,"
                        + " e.booked_at as entry_booked_at, r.id as return_number, i.*"
                        + " from entry e join instruction i on i.id = e.instruction"
                        + " left join payout_return r on r.entry = e.seq"
                        + " where e.account = ? and e.business_date = ? order by e.seq",
                row -> line(account, row),
                account.id(),
                date.toString());
        return new Statement(
                account.id(),
                date,
                balanceBefore(sql, account, date),
                balanceBefore(sql, account, date.plusDays(1)),
                lines);
    }

    private static Money balanceBefore(Sql sql, Account account, LocalDate date) {
        long balance = sql.first(
                        "select balance_after from entry where account = ? and business_date < ?"
                                + " order by business_date desc, seq desc limit 1",
                        row -> row.getLong(1),
                        account.id(),
                        date.toString())
                .orElse(account.openingBalance());
        return new Money(account.currency(), balance);
    }

    private static StatementLine line(Account account, ResultSet row) throws SQLException {
        long amount = row.getLong("amount");
        return new StatementLine(
                row.getInt("line_number"),
                row.getString("instruction_key"),
                reference(row),
                row.getString("purpose"),
                amount < 0 ? Direction.DEBIT : Direction.CREDIT,
                new Money(account.currency(), Math.absExact(amount)),
                Instant.ofEpochMilli(row.getLong("entry_booked_at")),
                Instructions.state(row));
    }

    private static String reference(ResultSet row) throws SQLException {
        long returnNumber = row.getLong("return_number");
        return returnNumber > 0
                ? PayoutReturn.reference(returnNumber)
                : Counterparty.valueOf(row.getString("counterparty")).reference(row.getLong("id"));
    }
}
