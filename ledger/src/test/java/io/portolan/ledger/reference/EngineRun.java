package io.portolan.ledger.reference;

import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.command.Decider;
import io.portolan.ledger.command.Rejection;
import io.portolan.ledger.event.EventRow;
import java.util.ArrayList;
import java.util.List;

/** All results of the engine for a list of requests, and the book at the end. */
record EngineRun(
        List<EventRow> events, List<PostingRow> postings, List<Account> dayEnds, List<Rejection> rejections, Book end) {

    /** One book in memory, from the first request to the last. */
    static EngineRun of(List<Request> requests) {
        Recorder round = new Recorder(Book.EMPTY);
        requests.forEach(round::decide);
        return round.trace(round.book);
    }

    /** As a database's batches do it: each group begins with what is stored, and stores what it made. */
    static EngineRun inGroups(List<Request> requests, int size) {
        InMemoryStorage storage = new InMemoryStorage();
        Recorder round = new Recorder(Book.EMPTY);
        for (int from = 0; from < requests.size(); from += size) {
            List<Request> group = requests.subList(from, Math.min(from + size, requests.size()));
            List<Command> commands = group.stream()
                    .flatMap(request -> request.commands().stream())
                    .toList();
            Book loaded = storage.load(commands);
            int eventsBefore = round.events.size();
            round.book = loaded;
            group.forEach(round::decide);
            storage.store(loaded, round.book, round.events.subList(eventsBefore, round.events.size()));
        }
        return round.trace(storage.fullBook());
    }

    private static final class Recorder {
        private final List<EventRow> events = new ArrayList<>();
        private final List<PostingRow> postings = new ArrayList<>();
        private final List<Account> dayEnds = new ArrayList<>();
        private final List<Rejection> rejections = new ArrayList<>();
        private Book book;

        Recorder(Book book) {
            this.book = book;
        }

        void decide(Request request) {
            switch (Decider.decide(book, request.commands(), request.at())) {
                case CommandResult.Rejected(Rejection rejection) -> rejections.add(rejection);
                case CommandResult.Applied applied -> {
                    book = applied.book();
                    events.addAll(applied.events());
                    postings.addAll(applied.postings());
                    dayEnds.addAll(applied.dayEnds());
                }
            }
        }

        EngineRun trace(Book end) {
            return new EngineRun(events, postings, dayEnds, rejections, end);
        }
    }
}
