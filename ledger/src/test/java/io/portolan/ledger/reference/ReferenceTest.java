package io.portolan.ledger.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.command.Decider;
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
        List<Request> requests = RandomRequests.of(seed, REQUESTS);
        ReferenceBook reference = new ReferenceBook();
        Book book = Book.EMPTY;

        for (Request request : requests) {
            CommandResult result = Decider.decide(book, request.commands(), request.at());
            book = result instanceof CommandResult.Applied applied ? applied.book() : book;

            assertThat(reasonOf(result)).as("%s", request).isEqualTo(reference.execute(request));
            assertThat(ReferenceBalance.of(book)).as("%s", request).isEqualTo(reference.balances());
            assertThat(ReferencePayments.balancesOf(book))
                    .as("%s", request)
                    .isEqualTo(reference.payments().balances());
            assertThat(book.businessDate())
                    .as("%s", request)
                    .isEqualTo(reference.openDate().orElse(null));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void groupsOfAnySizeGiveTheSameEventsPostingsAndBook(long seed) {
        List<Request> requests = RandomRequests.of(seed, REQUESTS);

        EngineRun ungrouped = EngineRun.of(requests);

        for (int size : List.of(1, 7, 1_024)) {
            EngineRun grouped = EngineRun.inGroups(requests, size);
            assertThat(grouped.events()).as("groups of %d", size).isEqualTo(ungrouped.events());
            assertThat(grouped.postings()).as("groups of %d", size).isEqualTo(ungrouped.postings());
            assertThat(grouped.dayEnds()).as("groups of %d", size).isEqualTo(ungrouped.dayEnds());
            assertThat(grouped.rejections()).as("groups of %d", size).isEqualTo(ungrouped.rejections());
            assertThat(ComparableBook.of(grouped.end()))
                    .as("groups of %d", size)
                    .isEqualTo(ComparableBook.of(ungrouped.end()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theStoredEventsReplayToTheSameBookAndRows(long seed) {
        EngineRun trace = EngineRun.of(RandomRequests.of(seed, REQUESTS));
        Book book = Book.EMPTY;
        List<EventRow> rows = new ArrayList<>();
        List<PostingRow> postings = new ArrayList<>();

        for (EventRow stored : trace.events()) {
            Book.AppliedEvent applied = book.apply(stored.event());
            book = applied.book();
            rows.add(applied.row());
            postings.addAll(applied.postings());
        }

        assertThat(rows).isEqualTo(trace.events());
        assertThat(postings).isEqualTo(trace.postings());
        assertThat(ComparableBook.of(book)).isEqualTo(ComparableBook.of(trace.end()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesUnbrokenChainsAndBalancedSums(long seed) {
        EngineRun trace = EngineRun.of(RandomRequests.of(seed, REQUESTS));

        BookInvariants.requireStrictOrder(trace.events());
        BookInvariants.requireUnbrokenEventChain(trace.events());
        BookInvariants.requireUnbrokenAccountChains(trace.postings());
        BookInvariants.requireBalancedEvents(trace.postings());
        BookInvariants.requireHoldsAddUp(trace.end());
        BookInvariants.requireNoPaymentSpendsAnothersMoney(trace);
    }

    @Test
    void theRandomRequestsMeetEveryRejectionAndEveryKindOfEvent() {
        Map<Reason, Integer> rejections = new EnumMap<>(Reason.class);
        Map<EventKind, Integer> kinds = new EnumMap<>(EventKind.class);

        seeds().mapToObj(seed -> EngineRun.of(RandomRequests.of(seed, REQUESTS)))
                .forEach(trace -> {
                    trace.rejections().forEach(rejection -> rejections.merge(rejection.reason(), 1, Integer::sum));
                    trace.events().forEach(event -> kinds.merge(event.kind(), 1, Integer::sum));
                });
        assertThat(rejections).containsOnlyKeys(Reason.values());
        assertThat(rejections.values()).allMatch(times -> times >= SEEDS);
        assertThat(kinds).containsOnlyKeys(EventKind.values());
        assertThat(kinds.values()).allMatch(times -> times >= SEEDS);
    }

    private static Optional<Reason> reasonOf(CommandResult result) {
        return switch (result) {
            case CommandResult.Rejected(Rejection rejection) -> Optional.of(rejection.reason());
            case CommandResult.Applied _ -> Optional.empty();
        };
    }
}
