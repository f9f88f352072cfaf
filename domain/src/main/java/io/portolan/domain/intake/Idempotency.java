package io.portolan.domain.intake;

import java.util.function.Supplier;

/** Does a request's work once and remembers the answer. */
public interface Idempotency {
    /** What was answered the first time. {@code location} is empty where there was none. */
    record StoredAnswer(int status, String location, String body) {}

    /** What to answer now. */
    sealed interface Answer {
        /** The work was done by this call. */
        record First(StoredAnswer answer) implements Answer {}

        /** The work had been done; nothing was done now. */
        record Replayed(StoredAnswer answer) implements Answer {}

        /** The key was used with another body or operation. */
        record Reused() implements Answer {}

        /** Another call with this key is still at work. */
        record StillRunning() implements Answer {}
    }

    /**
     * Claims the key, runs the work and stores its answer in one database transaction; everything that the work writes
     * through the other ports is part of it. If the work throws, nothing is kept, not even the key.
     */
    Answer once(IdempotentRequest request, Supplier<StoredAnswer> work);
}
