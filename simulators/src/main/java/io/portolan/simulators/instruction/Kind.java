package io.portolan.simulators.instruction;

/** What an instruction requests, and of which counterparty. */
public enum Kind {
    COLLECTION(Counterparty.DOMESTIC_BANK, "COLLECTION", "INSUFFICIENT_FUNDS"),
    REFUND(Counterparty.DOMESTIC_BANK, "REFUND", "INSUFFICIENT_FUNDS"),
    TRANSFER(Counterparty.DOMESTIC_BANK, "TRANSFER", "INSUFFICIENT_FUNDS"),
    PAYOUT(Counterparty.INTERNATIONAL_BANK, "PAYOUT", "AM04"),
    /** From Portolan's account at bank D back to its account at bank B. */
    TOP_UP_RETURN(Counterparty.INTERNATIONAL_BANK, "TRANSFER", "AM04"),
    FX(Counterparty.DEALER, "FX", "insufficient_funds"),
    SECOND_DEALER_FX(Counterparty.SECOND_DEALER, "FX", "insufficient_funds");

    private final Counterparty counterparty;
    private final String purpose;
    private final String insufficientFundsCode;

    Kind(Counterparty counterparty, String purpose, String insufficientFundsCode) {
        this.counterparty = counterparty;
        this.purpose = purpose;
        this.insufficientFundsCode = insufficientFundsCode;
    }

    public Counterparty counterparty() {
        return counterparty;
    }

    /** The purpose that the statement lines show. */
    public String purpose() {
        return purpose;
    }

    /** This counterparty's rejection for insufficient funds. */
    public Rejection insufficientFunds() {
        return new Rejection(insufficientFundsCode, "insufficient funds");
    }
}
