package io.portolan.console.decisions;

/** What became of a decision, in a sentence for whoever made or approved it. */
public sealed interface DecisionResult {
    /** What to tell. */
    String message();

    /** It was carried out, or stands in the database and will be. */
    record Recorded(String message) implements DecisionResult {}

    /** It was refused, or has lapsed: nothing has changed. */
    record Refused(String message) implements DecisionResult {}
}
