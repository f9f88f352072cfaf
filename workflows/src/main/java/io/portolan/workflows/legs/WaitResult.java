package io.portolan.workflows.legs;

/** How waiting for a late answer ended. */
public enum WaitResult {
    /** There is news: the leg can be asked again. */
    ANSWERED,
    /** This was waited for in full before, and the payment is parked for it. */
    TIMED_OUT
}
