package io.portolan.domain.plan;

/** How far a plan is. */
public enum PlanStatus {
    /** Shown to a person, who has not decided; it moves nothing. */
    PROPOSED,
    OPEN,
    /** All its movements are booked. */
    DONE,
    /** Another plan took its place, made from what was proven then. */
    REPLACED
}
