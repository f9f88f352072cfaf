package io.portolan.domain.operations;

/** What a person decided about a payment: the same value from the console's form through the workflow to the record. */
public sealed interface Decision {
    /** Who decided, why and when. */
    DecisionHeader header();

    /** Let the parked movement try again: a new attempt if the last one is proven not executed, otherwise another inquiry. */
    record Retry(DecisionHeader header) implements Decision {}

    /** Unwind the parked payment. */
    record Unwind(DecisionHeader header) implements Decision {}

    /** The instruction whose outcome is unknown was executed: the evidence proves it. */
    record ResolveExecuted(DecisionHeader header) implements Decision {}

    /** The instruction whose outcome is unknown was not executed: the evidence proves it. */
    record ResolveNotExecuted(DecisionHeader header) implements Decision {}

    /** Cancel the payment, unless its payout was instructed. */
    record Cancel(DecisionHeader header) implements Decision {}

    /** Such as {@code resolve_executed}: as it is recorded. */
    default String code() {
        return switch (this) {
            case Retry _ -> "retry";
            case Unwind _ -> "unwind";
            case ResolveExecuted _ -> "resolve_executed";
            case ResolveNotExecuted _ -> "resolve_not_executed";
            case Cancel _ -> "cancel";
        };
    }

    /** @throws IllegalArgumentException if no decision has this code */
    static Decision of(String code, DecisionHeader header) {
        return switch (code) {
            case "retry" -> new Retry(header);
            case "unwind" -> new Unwind(header);
            case "resolve_executed" -> new ResolveExecuted(header);
            case "resolve_not_executed" -> new ResolveNotExecuted(header);
            case "cancel" -> new Cancel(header);
            default -> throw new IllegalArgumentException("no decision has the code " + code);
        };
    }
}
