package io.portolan.domain.ledger;

/** What an account is for, and on which side it normally stands. */
public enum AccountKind {
    /** Our money at a bank, as the bank should tell it. */
    NOSTRO(Side.DEBIT),
    /** Booked by a bank, not settled yet: positive towards us, negative away from us. */
    IN_TRANSIT(Side.DEBIT),
    /** What we owe for a merchant's payments in progress: customer money. */
    PAYABLE(Side.CREDIT),
    /** What a buyer is owed whose bank refused the refund. */
    UNCLAIMED_REFUND(Side.CREDIT),
    /** What a merchant owes us for an undo that its corridor lets it bear. */
    RECEIVABLE(Side.DEBIT),
    /** Sold and bought currency of trades: zero in both currencies once customers are allotted. */
    FX_POSITION(Side.DEBIT),
    FX_GAIN(Side.CREDIT),
    FX_LOSS(Side.DEBIT),
    FEE_INCOME(Side.CREDIT),
    /** Our own money that we brought to our accounts. */
    OWN_FUNDS(Side.CREDIT);

    /** A side of the book. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    private final Side normalSide;

    AccountKind(Side normalSide) {
        this.normalSide = normalSide;
    }

    public Side normalSide() {
        return normalSide;
    }
}
