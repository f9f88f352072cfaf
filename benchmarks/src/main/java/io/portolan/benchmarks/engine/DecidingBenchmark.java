package io.portolan.benchmarks.engine;

import io.portolan.benchmarks.traffic.EntryKind;
import io.portolan.benchmarks.traffic.RandomEntries;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.command.Decider;
import io.portolan.ledger.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Posts on a book in memory. The book is a value, so each call begins with the same one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecidingBenchmark {
    private static final int ACCOUNTS = 10_000;
    private static final int COMMANDS = 1_024;
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    /** What is posted. */
    @Param({"TWO_POSTINGS", "SIX_POSTINGS"})
    public EntryKind kind = EntryKind.TWO_POSTINGS;

    private Book book = Book.EMPTY;
    private List<Command.Post> commands = List.of();
    private List<Event> events = List.of();
    private int next;

    /** Opens the accounts, and makes the commands and their events. */
    @Setup
    public void open() {
        RandomEntries randomEntries = new RandomEntries(ACCOUNTS, 1);
        book = applied(posts(randomEntries.openings())).book().withoutRequests();
        commands = posts(randomEntries.next(kind, COMMANDS));
        events = commands.stream()
                .map(command -> applied(List.of(command)).events().getFirst().event())
                .toList();
    }

    /** Checks the command, makes its event, hashes it and its postings, and applies it. */
    @Benchmark
    public CommandResult decide() {
        return Decider.decide(book, List.of(commands.get(nextPlace())), NOW);
    }

    /** Hashes the event and its postings, and applies it. */
    @Benchmark
    public Book.AppliedEvent apply() {
        return book.apply(events.get(nextPlace()));
    }

    private int nextPlace() {
        next = (next + 1) % COMMANDS;
        return next;
    }

    private CommandResult.Applied applied(List<Command.Post> posts) {
        return switch (Decider.decide(book, posts, NOW)) {
            case CommandResult.Applied applied -> applied;
            case CommandResult.Rejected(var rejection) -> throw new IllegalStateException(rejection.toString());
        };
    }

    private static List<Command.Post> posts(List<JournalEntry> entries) {
        return entries.stream().map(Command.Post::of).toList();
    }
}
