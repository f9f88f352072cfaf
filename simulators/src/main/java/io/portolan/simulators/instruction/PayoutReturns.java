package io.portolan.simulators.instruction;

import io.portolan.simulators.account.AccountTransfer;
import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.account.BookingDetails;
import io.portolan.simulators.money.Money;
import io.portolan.simulators.store.Sql;
import java.time.Instant;
import java.util.List;

/** All returns of payouts, in the order in which they came. One payout may be returned several times. */
public final class PayoutReturns {

    private final Accounts accounts;

    public PayoutReturns(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Books one return of the payout less the fee, which another account gets. */
    public void book(Sql sql, Instruction payout, ReturnRule rule, Instant at) {
        var original = payout.transfer();
        var fee = rule.fee(original.money());
        var returned = original.money().minus(fee);
        var details = new BookingDetails(payout.number(), PayoutReturn.PURPOSE, at);
        long entry = accounts.book(sql, new AccountTransfer(original.to(), original.from(), returned), details);
        if (fee.minorUnits() > 0) {
            var feeAccount = Accounts.externalAccount("C", "return-fees", fee.currency());
            accounts.book(sql, new AccountTransfer(original.to(), feeAccount, fee), details);
        }
        sql.update(
                "insert into payout_return (instruction, amount, fee, reason, returned_at, entry)"
                        + " values (?, ?, ?, ?, ?, ?)",
                payout.number(),
                returned.minorUnits(),
                fee.minorUnits(),
                rule.reason(),
                at,
                entry);
    }

    public List<PayoutReturn> of(Sql sql, Instruction payout) {
        return sql.all(
                "select id, amount, reason, returned_at from payout_return where instruction = ? order by id",
                row -> new PayoutReturn(
                        row.getLong("id"),
                        new Money(payout.money().currency(), row.getLong("amount")),
                        row.getString("reason"),
                        Instant.ofEpochMilli(row.getLong("returned_at"))),
                payout.number());
    }
}
