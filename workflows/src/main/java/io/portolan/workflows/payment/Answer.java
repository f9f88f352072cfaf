package io.portolan.workflows.payment;

import io.portolan.domain.bank.Reason;

/** What has become of a movement, once that is known. There is no third answer: what is unknown is waited for, never acted upon. */
sealed interface Answer {
    /** It has taken effect. */
    record Done() implements Answer {}

    /** It was refused, and has moved nothing. */
    record Refused(Reason reason) implements Answer {}
}
