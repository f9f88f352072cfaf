package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.instruction.Rejection;

/** A task on an instruction that has become due. */
record Task(long id, long instruction, Action action) {

    /** What is to be done. */
    sealed interface Action {

        /** Book the transfers. */
        record Book() implements Action {}

        /** Reject it late. */
        record Reject(Rejection reason) implements Action {}

        /** Report that the funds have moved. */
        record Settle() implements Action {}

        /** Return the funds. */
        record ReturnFunds() implements Action {}
    }
}
