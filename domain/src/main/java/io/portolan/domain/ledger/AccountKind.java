package io.portolan.domain.ledger;

/** The chart of accounts: what an account is for, on which side it normally stands, and whether it may stand on the other. */
public enum AccountKind {
    /** Our money at a bank, as the bank should state it. It records what banks did, and banks may let us overdraw. */
    NOSTRO(Side.DEBIT, Overdraft.ALLOWED),
    /** Booked by a bank, not settled yet: positive towards us, negative away from us. */
    IN_TRANSIT(Side.DEBIT, Overdraft.ALLOWED),
    /** Currency that we hold ready, from which payments are drawn. */
    FLOAT(Side.DEBIT, Overdraft.FORBIDDEN),
    /** What we owe for a merchant's payments in progress: customer money, each payment's its own. */
    PAYABLE(Side.CREDIT, Overdraft.FORBIDDEN, Owner.CUSTOMERS),
    /** What buyers are owed whose banks rejected the refund: customer money, each payment's its own. */
    UNCLAIMED_REFUND(Side.CREDIT, Overdraft.FORBIDDEN, Owner.CUSTOMERS),
    /** What a merchant owes us for an unwind that its corridor lets it bear. */
    RECEIVABLE(Side.DEBIT, Overdraft.FORBIDDEN),
    /** Sold and bought currency of trades: zero in both currencies once customers are allotted. */
    FX_POSITION(Side.DEBIT, Overdraft.ALLOWED),
    FX_GAIN(Side.CREDIT, Overdraft.ALLOWED),
    FX_LOSS(Side.DEBIT, Overdraft.ALLOWED),
    FEE_INCOME(Side.CREDIT, Overdraft.ALLOWED),
    /** What banks and dealers charge us. */
    FEE_EXPENSE(Side.DEBIT, Overdraft.ALLOWED),
    /** Residues of the one place that rounds: on either side. */
    ROUNDING(Side.DEBIT, Overdraft.ALLOWED),
    /** Money whose owner is not known yet: on either side, until somebody finds out. */
    SUSPENSE(Side.CREDIT, Overdraft.ALLOWED),
    /** Our own money that we brought to our accounts. */
    OWN_FUNDS(Side.CREDIT, Overdraft.ALLOWED);

    /** A side of the book. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    private enum Overdraft {
        ALLOWED,
        FORBIDDEN
    }

    private enum Owner {
        US,
        CUSTOMERS
    }

    private final Side normalSide;
    private final Overdraft overdraft;
    private final Owner owner;

    AccountKind(Side normalSide, Overdraft overdraft) {
        this(normalSide, overdraft, Owner.US);
    }

    AccountKind(Side normalSide, Overdraft overdraft, Owner owner) {
        this.normalSide = normalSide;
        this.overdraft = overdraft;
        this.owner = owner;
    }

    public Side normalSide() {
        return normalSide;
    }

    /** Whether an account of this kind is opened so that it may stand on the side that is not its normal one. */
    public boolean isOverdraftAllowed() {
        return overdraft == Overdraft.ALLOWED;
    }

    /** Whether an account of this kind holds money of customers: what one payment has on it, no other payment may spend. */
    public boolean holdsCustomerMoney() {
        return owner == Owner.CUSTOMERS;
    }
}
