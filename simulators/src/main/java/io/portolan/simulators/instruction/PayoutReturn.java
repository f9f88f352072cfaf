package io.portolan.simulators.instruction;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.account.Movement;
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
    public Money returned() {
        return payout.money().minus(fee());
    }

    static String reference(long payoutNumber) {
        return "R%011d".formatted(payoutNumber);
    }

    List<Movement> movements() {
        var out = payout.movement();
        var movements = new ArrayList<Movement>();
        movements.add(new Movement(out.to(), out.from(), returned()));
        if (fee().minorUnits() > 0) {
            var banks = Accounts.elsewhere("C", "return-fees", fee().currency());
            movements.add(new Movement(out.to(), banks, fee()));
        }
        return movements;
    }

    private Money fee() {
        return payout.money().percent(FEE_PERCENT);
    }
}
