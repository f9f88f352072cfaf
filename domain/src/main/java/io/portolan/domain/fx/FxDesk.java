package io.portolan.domain.fx;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Submission;

/**
 * The FX dealer. Trades are safe to repeat: the order's key makes the dealer execute it at most once. No method throws for what the dealer does
 * or fails to do.
 */
public interface FxDesk {
    /** Asks for a firm rate. */
    RateResponse quote(RateRequest request);

    /**
     * Hands the trade to the dealer, but only before its {@code sendUntil}: later nothing is sent and the result is Unknown. The signature's
     * timestamp is exactly the time that was compared with {@code sendUntil}, so a process that stalls in between sends a request that the dealer no
     * longer honours. Taken is not executed: ask with {@link #inquire}.
     */
    Submission instruct(TradeOrder order);

    /**
     * Asks what became of the trade. Booked means executed: the two orders, the amounts and the rate were as agreed. Anything else that was
     * executed is {@link InquiryResult.Unknown}.
     */
    InquiryResult inquire(TradeOrder order);
}
