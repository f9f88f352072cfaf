package io.portolan.ledger.reference;

import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Line;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.Decider;
import io.portolan.ledger.command.Decision;
import io.portolan.ledger.command.Rejection;
import io.portolan.ledger.event.EventRow;
import java.util.ArrayList;
import java.util.List;

/** All that the engine makes of a script, and the book at the end. */
record Trace(List<EventRow> events, List<Line> lines, List<Account> dayEnds, List<Rejection> rejections, Book end) {

    /** One book in memory, from the first request to the last. */
    static Trace of(List<Request> script) {
        Round round = new Round(Book.EMPTY);
        script.forEach(round::decide);
        return round.trace(round.book);
    }

    /** As a database's batches do it: each group begins with what is stored, and stores what it made. */
    static Trace inGroups(List<Request> script, int size) {
        Storage storage = new Storage();
        Round round = new Round(Book.EMPTY);
        for (int from = 0; from < script.size(); from += size) {
            List<Request> group = script.subList(from, Math.min(from + size, script.size()));
            List<Command> commands = group.stream()
                    .flatMap(request -> request.commands().stream())
                    .toList();
            Book loaded = storage.load(commands);
            int eventsBefore = round.events.size();
            round.book = loaded;
            group.forEach(round::decide);
            storage.store(loaded, round.book, round.events.subList(eventsBefore, round.events.size()));
        }
        return round.trace(storage.whole());
    }

    private static final class Round {
        private final List<EventRow> events = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Account> dayEnds = new ArrayList<>();
        private final List<Rejection> rejections = new ArrayList<>();
        private Book book;

        Round(Book book) {
            this.book = book;
        }

        void decide(Request request) {
            switch (Decider.decide(book, request.commands(), request.at())) {
                case Decision.Refused(Rejection rejection) -> rejections.add(rejection);
                case Decision.Accepted accepted -> {
                    book = accepted.book();
                    events.addAll(accepted.events());
                    lines.addAll(accepted.lines());
                    dayEnds.addAll(accepted.dayEnds());
                }
            }
        }

        Trace trace(Book end) {
            return new Trace(events, lines, dayEnds, rejections, end);
        }
    }
}
