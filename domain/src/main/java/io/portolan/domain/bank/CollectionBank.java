package io.portolan.domain.bank;

/**
 * The bank that collects from buyers and refunds them.
 *
 * <p>Every call is safe to repeat: the order's key makes the bank execute it at most once. No method throws for what the other side does or fails
 * to do; exceptions are our own faults.
 */
public interface CollectionBank {
    /**
     * Hands the order to the bank, but only before its {@code sendUntil}: later nothing is sent and the result is Unknown. The signature's
     * timestamp is exactly the time that was compared with {@code sendUntil}, so a process that stalls in between sends a request that the bank no
     * longer honours. Taken is not booked: ask with {@link #inquire}.
     */
    Submission instruct(DomesticOrder order);

    /** Asks what became of the order. An answer about another amount or currency is {@link InquiryResult.Unknown}. */
    InquiryResult inquire(DomesticOrder order);
}
