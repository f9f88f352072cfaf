package io.portolan.simulators.instruction;

/** Something that becomes due with an instruction. */
record Task(long id, long instruction, Step step) {

    /** What is to be done. */
    sealed interface Step {

        /** Move the money. */
        record Book() implements Step {}

        /** Say no, late. */
        record Reject(Rejection reason) implements Step {}

        /** Say that the funds have moved. */
        record Settle() implements Step {}

        /** Send the money back. */
        record GiveBack() implements Step {}
    }
}
