package io.portolan.domain.breaks;

import io.portolan.domain.breaks.Break.Closing;
import io.portolan.domain.ids.PaymentId;
import java.util.List;
import java.util.Optional;

/** The breaks, open and closed; none is ever deleted. */
public interface Breaks {
    /** Adds the break, within the caller's transaction where there is one; false if the same fact about the same instruction is there already, open or closed. */
    boolean add(Break found);

    Optional<Break> find(String id);

    /** The open ones, oldest first, at most 200. */
    List<Break> listOpen();

    /** A payment's breaks, oldest first. */
    List<Break> of(PaymentId payment);

    /** Gives an open break to this person. False if it is closed or there is none. */
    boolean assign(String id, String owner);

    /** Closes an open break. False, and nothing is changed, if it was closed before or there is none with this id. */
    boolean close(String id, Closing closing);
}
