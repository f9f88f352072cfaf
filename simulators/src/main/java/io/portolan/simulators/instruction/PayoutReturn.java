package io.portolan.simulators.instruction;

import io.portolan.simulators.account.AccountTransfer;
import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A payout that came back: what arrived is the amount less the fee of the banks on the way. */
public record PayoutReturn(Instruction payout, Instant returnedAt) {

    private static final int FEE_PERCENT = 1;

    /** The purpose that its statement line shows. */
    public static final String PURPOSE = "RETURN";

    public static Optional<PayoutReturn> of(Instruction payout) {
        return payout.state() instanceof State.Returned returned
                ? Optional.of(new PayoutReturn(payout, returned.returnedAt()))
                : Optional.empty();
    }

    /** The bank's own reference of the return. */
    public String reference() {
        return reference(payout.number());
    }

    /** What is back on our account. */
    public Money returnedAmount() {
        return payout.money().minus(fee());
    }

    public static String reference(long payoutNumber) {
        return "R%011d".formatted(payoutNumber);
    }

    public List<AccountTransfer> transfers() {
        var out = payout.transfer();
        var movements = new ArrayList<AccountTransfer>();
        movements.add(new AccountTransfer(out.to(), out.from(), returnedAmount()));
        if (fee().minorUnits() > 0) {
            var banks = Accounts.externalAccount("C", "return-fees", fee().currency());
            movements.add(new AccountTransfer(out.to(), banks, fee()));
        }
        return movements;
    }

    private Money fee() {
        return payout.money().percent(FEE_PERCENT);
    }
}
