package io.portolan.simulators.instruction;

/** What an instruction requests, and of which counterparty. */
public enum Kind {
    COLLECTION(Counterparty.DOMESTIC_BANK, "INSUFFICIENT_FUNDS"),
    REFUND(Counterparty.DOMESTIC_BANK, "INSUFFICIENT_FUNDS"),
    TRANSFER(Counterparty.DOMESTIC_BANK, "INSUFFICIENT_FUNDS"),
    PAYOUT(Counterparty.INTERNATIONAL_BANK, "AM04"),
    FX(Counterparty.DEALER, "insufficient_funds");

    private final Counterparty counterparty;
    private final String insufficientFundsCode;

    Kind(Counterparty counterparty, String insufficientFundsCode) {
        this.counterparty = counterparty;
        this.insufficientFundsCode = insufficientFundsCode;
    }

    public Counterparty counterparty() {
        return counterparty;
    }

    /** This counterparty's rejection for insufficient funds. */
    public Rejection insufficientFunds() {
        return new Rejection(insufficientFundsCode, "insufficient funds");
    }
}
