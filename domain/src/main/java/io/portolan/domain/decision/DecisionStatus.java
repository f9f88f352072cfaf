package io.portolan.domain.decision;

/** What has become of a decision. */
public enum DecisionStatus {
    /** A second person has to approve it. */
    PROPOSED,
    /** It may be carried out, and has not been yet. */
    APPROVED,
    /** It was carried out. */
    APPLIED,
    /** It was not carried out, because the payment had moved on or did not allow it; or the second person said no. */
    REFUSED,
    /** Nobody approved it in time. */
    LAPSED;

    /** Nothing comes of it any more, beyond what has. */
    public boolean isFinal() {
        return switch (this) {
            case PROPOSED, APPROVED -> false;
            case APPLIED, REFUSED, LAPSED -> true;
        };
    }
}
