package io.portolan.domain.operations;

import io.portolan.domain.ids.InstructionKey;
import java.time.Instant;
import java.util.List;

/** Which instructions that have ended are asked about again, and when. */
public interface Rechecks {
    /**
     * Adds the first round of every instruction that calls for one ({@link Recheck.Cause#of}), of payments that changed before this time and were not looked at since. An
     * instruction that was added for the same cause before is left alone, also if its rounds are over.
     *
     * @param before earlier than any change that may be under way still: what it hides is never looked for again
     * @param limit how many payments are looked at
     * @return how many were: fewer than the limit when none is left
     */
    int addEnded(Instant before, int limit);

    /** The instruction is asked about at this time, once, because its bank called about it. Repeats count once until it is asked about, and once more if it is being asked about. */
    void addCallback(InstructionKey key, Instant at);

    /** What is due at this time, the longest due first. */
    List<Recheck> listDue(Instant now, int limit);

    /** This one is followed by that one, of the same instruction and cause. False if it was changed meanwhile, as by another callback: then nothing is. */
    boolean replace(Recheck done, Recheck next);

    /** Nothing follows this one. False if it was changed meanwhile: then nothing is. */
    boolean end(Recheck done);
}
