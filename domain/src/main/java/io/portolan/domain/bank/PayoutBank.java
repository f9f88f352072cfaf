package io.portolan.domain.bank;

import java.util.List;

/** The bank that pays sellers abroad. Every call is safe to repeat, as in {@link CollectionBank}. */
public interface PayoutBank {
    /**
     * Hands the order to the bank, but only before its {@code sendUntil}: later nothing is sent and the result is Unknown. The signature's
     * timestamp is exactly the time that was compared with {@code sendUntil}, so a process that stalls in between sends a request that the bank no
     * longer honours. Taken is not booked: ask with {@link #inquire}.
     */
    Submission instruct(PayoutOrder order);

    /** Asks what became of the order. An answer about another amount or currency is {@link InquiryResult.Unknown}. */
    InquiryResult inquire(PayoutOrder order);

    /**
     * All returns of a booked payout, each with the bank's own reference, and with the amount that the bank states: together they may be more than was
     * paid. Empty when nothing came back, and also when the bank gives no trustworthy answer.
     */
    List<PayoutReturn> findReturns(PayoutOrder order);
}
