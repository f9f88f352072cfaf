package io.portolan.domain.breaks;

import io.portolan.domain.breaks.Break.Closing;
import io.portolan.domain.ids.PaymentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Breaks kept in memory, each fact of an instruction once. */
public final class InMemoryBreaks implements Breaks {
    private final Map<String, Break> breaks = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Break found) {
        if (all().anyMatch(known -> isSame(known, found))) {
            return false;
        }
        breaks.put(found.id(), found);
        return true;
    }

    @Override
    public synchronized Optional<Break> find(String id) {
        return Optional.ofNullable(breaks.get(id));
    }

    @Override
    public synchronized List<Break> listOpen() {
        return all().filter(Break::isOpen).limit(200).toList();
    }

    @Override
    public synchronized List<Break> of(PaymentId payment) {
        return all().filter(found -> payment.equals(found.payment())).toList();
    }

    @Override
    public synchronized boolean assign(String id, String owner) {
        return change(id, open -> with(open, owner, null));
    }

    @Override
    public synchronized boolean close(String id, Closing closing) {
        return change(id, open -> with(open, open.owner(), closing));
    }

    private boolean change(String id, UnaryOperator<Break> change) {
        Optional<Break> open = find(id).filter(Break::isOpen);
        open.ifPresent(found -> breaks.put(id, change.apply(found)));
        return open.isPresent();
    }

    private Stream<Break> all() {
        return breaks.values().stream();
    }

    private static Break with(Break open, String owner, @Nullable Closing closing) {
        return new Break(
                open.id(),
                open.type(),
                open.payment(),
                open.instruction(),
                open.reference(),
                open.amount(),
                open.detail(),
                owner,
                open.openedAt(),
                closing);
    }

    private static boolean isSame(Break known, Break found) {
        return known.type() == found.type()
                && Objects.equals(known.instruction(), found.instruction())
                && known.reference().equals(found.reference());
    }
}
