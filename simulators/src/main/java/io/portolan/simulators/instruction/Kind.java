package io.portolan.simulators.instruction;

/** What an instruction asks for, and of whom. */
public enum Kind {
    COLLECTION(Counterparty.DOMESTIC_BANK, "INSUFFICIENT_FUNDS"),
    REFUND(Counterparty.DOMESTIC_BANK, "INSUFFICIENT_FUNDS"),
    TRANSFER(Counterparty.DOMESTIC_BANK, "INSUFFICIENT_FUNDS"),
    PAYOUT(Counterparty.INTERNATIONAL_BANK, "AM04"),
    FX(Counterparty.DEALER, "insufficient_funds");

    private final Counterparty counterparty;
    private final String insufficientFundsCode;

    Kind(Counterparty counterparty, String notCovered) {
        this.counterparty = counterparty;
        this.insufficientFundsCode = notCovered;
    }

    public Counterparty counterparty() {
        return counterparty;
    }

    /** How this counterparty says that the money is not there. */
    public Rejection insufficientFunds() {
        return new Rejection(insufficientFundsCode, "the account does not hold enough");
    }
}
