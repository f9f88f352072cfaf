package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.instruction.Rejection;

/** Something that becomes due with an instruction. */
record Task(long id, long instruction, Action action) {

    /** What is to be done. */
    sealed interface Action {

        /** Move the money. */
        record Book() implements Action {}

        /** Say no, late. */
        record Reject(Rejection reason) implements Action {}

        /** Say that the funds have moved. */
        record Settle() implements Action {}

        /** Send the money back. */
        record ReturnFunds() implements Action {}
    }
}
