package io.portolan.ledger.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Line;
import io.portolan.ledger.command.Decider;
import io.portolan.ledger.command.Decision;
import io.portolan.ledger.command.Rejection;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {
    private static final int REQUESTS = 700;
    private static final int SEEDS = 16;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decidesAsTheReferenceAfterEachRequest(long seed) {
        List<Request> script = Script.of(seed, REQUESTS);
        ReferenceBook reference = new ReferenceBook();
        Book book = Book.EMPTY;

        for (Request request : script) {
            Decision decision = Decider.decide(book, request.commands(), request.at());
            book = decision instanceof Decision.Accepted accepted ? accepted.book() : book;

            assertThat(reasonOf(decision)).as("%s", request).isEqualTo(reference.take(request));
            assertThat(Balance.of(book)).as("%s", request).isEqualTo(reference.balances());
            assertThat(book.businessDate())
                    .as("%s", request)
                    .isEqualTo(reference.openDate().orElse(null));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void groupsOfAnySizeGiveTheSameEventsLinesAndBook(long seed) {
        List<Request> script = Script.of(seed, REQUESTS);

        Trace whole = Trace.of(script);

        for (int size : List.of(1, 7, 1_024)) {
            Trace grouped = Trace.inGroups(script, size);
            assertThat(grouped.events()).as("groups of %d", size).isEqualTo(whole.events());
            assertThat(grouped.lines()).as("groups of %d", size).isEqualTo(whole.lines());
            assertThat(grouped.dayEnds()).as("groups of %d", size).isEqualTo(whole.dayEnds());
            assertThat(grouped.rejections()).as("groups of %d", size).isEqualTo(whole.rejections());
            assertThat(BookState.of(grouped.end())).as("groups of %d", size).isEqualTo(BookState.of(whole.end()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theStoredEventsReplayToTheSameBookAndRows(long seed) {
        Trace trace = Trace.of(Script.of(seed, REQUESTS));
        Book book = Book.EMPTY;
        List<EventRow> rows = new ArrayList<>();
        List<Line> lines = new ArrayList<>();

        for (EventRow stored : trace.events()) {
            Book.Applied applied = book.apply(stored.event());
            book = applied.book();
            rows.add(applied.row());
            lines.addAll(applied.lines());
        }

        assertThat(rows).isEqualTo(trace.events());
        assertThat(lines).isEqualTo(trace.lines());
        assertThat(BookState.of(book)).isEqualTo(BookState.of(trace.end()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesWholeChainsAndBalancedSums(long seed) {
        Trace trace = Trace.of(Script.of(seed, REQUESTS));

        Soundness.requireOneOrder(trace.events());
        Soundness.requireWholeChain(trace.events());
        Soundness.requireWholeAccounts(trace.lines());
        Soundness.requireBalance(trace.lines());
        Soundness.requireHoldsAddUp(trace.end());
    }

    @Test
    void theScriptsMeetEveryRefusalAndEveryKindOfEvent() {
        Map<Reason, Integer> refusals = new EnumMap<>(Reason.class);
        Map<EventKind, Integer> kinds = new EnumMap<>(EventKind.class);

        seeds().mapToObj(seed -> Trace.of(Script.of(seed, REQUESTS))).forEach(trace -> {
            trace.rejections().forEach(rejection -> refusals.merge(rejection.reason(), 1, Integer::sum));
            trace.events().forEach(event -> kinds.merge(event.kind(), 1, Integer::sum));
        });
        assertThat(refusals).containsOnlyKeys(Reason.values());
        assertThat(refusals.values()).allMatch(times -> times >= SEEDS);
        assertThat(kinds).containsOnlyKeys(EventKind.values());
        assertThat(kinds.values()).allMatch(times -> times >= SEEDS);
    }

    private static Optional<Reason> reasonOf(Decision decision) {
        return switch (decision) {
            case Decision.Refused(Rejection rejection) -> Optional.of(rejection.reason());
            case Decision.Accepted _ -> Optional.empty();
        };
    }
}
