package io.portolan.domain.bank;

import java.util.Optional;

/** The bank that pays sellers abroad. Every call is safe to repeat, as in {@link CollectionBank}. */
public interface PayoutBank {
    /** Hands the order to the bank. Taken is not booked: ask with {@link #inquire}. */
    Submission instruct(PayoutOrder order);

    /** Asks what became of the order. An answer about another amount or currency is {@link InquiryResult.Unknown}. */
    InquiryResult inquire(PayoutOrder order);

    /** The return of a booked payout, if the bank reports one; empty also when the bank gives no trustworthy answer. */
    Optional<PayoutReturn> findReturn(PayoutOrder order);
}
