package io.portolan.simulators.instruction;

import io.portolan.simulators.account.AccountTransfer;
import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A returned payout: what comes back is the amount less a fee of the banks on the way. */
public record PayoutReturn(Instruction payout, Instant returnedAt) {

    private static final int FEE_PERCENT = 1;

    /** The purpose that its statement line shows. */
    public static final String PURPOSE = "RETURN";

    public static Optional<PayoutReturn> of(Instruction payout) {
        return payout.state() instanceof State.Returned state
                ? Optional.of(new PayoutReturn(payout, state.returnedAt()))
                : Optional.empty();
    }

    /** The bank's own reference of the return. */
    public String reference() {
        return reference(payout.number());
    }

    /** What is credited to Portolan's account. */
    public Money returnedAmount() {
        return payout.money().minus(fee());
    }

    public static String reference(long payoutNumber) {
        return "R%011d".formatted(payoutNumber);
    }

    public List<AccountTransfer> transfers() {
        var original = payout.transfer();
        var transfers = new ArrayList<AccountTransfer>();
        transfers.add(new AccountTransfer(original.to(), original.from(), returnedAmount()));
        if (fee().minorUnits() > 0) {
            var feeAccount = Accounts.externalAccount("C", "return-fees", fee().currency());
            transfers.add(new AccountTransfer(original.to(), feeAccount, fee()));
        }
        return transfers;
    }

    private Money fee() {
        return payout.money().percent(FEE_PERCENT);
    }
}
