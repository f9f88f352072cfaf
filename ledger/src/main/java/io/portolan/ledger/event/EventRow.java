package io.portolan.ledger.event;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.DayTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored, with the hash that chains it to the one before. The body is text that SQL can write too: postings or totals, separated
 * by semicolons, their parts by spaces.
 */
public record EventRow(
        long position,
        EventKind kind,
        String key,
        String requestHash,
        Instant recordedAt,
        LocalDate businessDate,
        LocalDate valueDate,
        @Nullable PaymentId payment,
        @Nullable String reference,
        String narrative,
        String body,
        String hash) {
    private static final String OVERDRAFT = "overdraft";

    /** The row of an event that follows the one with this hash. */
    public static EventRow of(Event event, String previousHash) {
        EventRow unhashed = switch (event) {
            case Event.BookOpened opened -> row(opened, "", "");
            case Event.BalancesChanged change -> balancesChangedRow(change);
            case Event.AccountChanged changed -> accountChangedRow(changed);
            case Event.DayClosed closed -> row(closed, "", bodyOf(closed));
        };
        return unhashed.withHash(Hashing.sha256(unhashed.hashedText(previousHash)));
    }

    /** What the hash is taken of. */
    private String hashedText(String previousHash) {
        return String.join(
                "\n",
                previousHash,
                Long.toString(position),
                kind.name(),
                key,
                requestHash,
                Hashing.utcText(recordedAt),
                businessDate.toString(),
                valueDate.toString(),
                payment == null ? "" : payment.value(),
                reference == null ? "" : reference,
                narrative,
                body);
    }

    /** The event that this row stores. */
    public Event event() {
        EventHeader header = new EventHeader(position, key, requestHash, recordedAt, businessDate);
        return switch (kind) {
            case BOOK_OPENED -> new Event.BookOpened(header);
            case POSTED, CORRECTED, REVERSED, HELD, RELEASED ->
                new Event.BalancesChanged(header, kind, payment, reference, narrative, valueDate, postings());
            case ACCOUNT_OPENED, ACCOUNT_FROZEN, ACCOUNT_UNFROZEN, ACCOUNT_CLOSED -> accountChanged(header);
            case DAY_CLOSED -> dayClosed(header);
        };
    }

    private List<EventPosting> postings() {
        return parts().map(EventPosting::parse).toList();
    }

    private Event accountChanged(EventHeader header) {
        String[] parts = body.split(" ", -1);
        AccountId account = AccountId.parse(parts[0]);
        boolean overdraftAllowed = parts[2].equals(OVERDRAFT);
        return new Event.AccountChanged(header, kind, account, Integer.parseInt(parts[1]), overdraftAllowed, narrative);
    }

    private Event dayClosed(EventHeader header) {
        List<String> parts = parts().toList();
        String[] first = parts.getFirst().split(" ", -1);
        List<DayTotals.Total> totals =
                parts.stream().skip(1).map(DayTotals.Total::parse).toList();
        return new Event.DayClosed(
                header, LocalDate.parse(first[0]), new DayTotals(Integer.parseInt(first[1]), first[2], totals));
    }

    private Stream<String> parts() {
        return Stream.of(body.split(";", -1));
    }

    private static EventRow balancesChangedRow(Event.BalancesChanged change) {
        String body = change.postings().stream().map(EventPosting::toString).collect(Collectors.joining(";"));
        EventHeader header = change.header();
        return new EventRow(
                header.position(),
                change.kind(),
                header.key(),
                header.requestHash(),
                header.recordedAt(),
                header.businessDate(),
                change.valueDate(),
                change.payment(),
                change.reference(),
                change.narrative(),
                body,
                "");
    }

    private static EventRow accountChangedRow(Event.AccountChanged changed) {
        String limit = changed.overdraftAllowed() ? OVERDRAFT : "no-" + OVERDRAFT;
        return row(changed, changed.reason(), changed.account().code() + " " + changed.scale() + " " + limit);
    }

    private static String bodyOf(Event.DayClosed closed) {
        DayTotals totals = closed.totals();
        String first = closed.nextDate() + " " + totals.accounts() + " " + totals.merkleRoot();
        return Stream.concat(Stream.of(first), totals.totals().stream().map(DayTotals.Total::toString))
                .collect(Collectors.joining(";"));
    }

    /** An event without postings. */
    private static EventRow row(Event event, String narrative, String body) {
        EventHeader header = event.header();
        return new EventRow(
                header.position(),
                event.kind(),
                header.key(),
                header.requestHash(),
                header.recordedAt(),
                header.businessDate(),
                header.businessDate(),
                null,
                null,
                narrative,
                body,
                "");
    }

    private EventRow withHash(String ownHash) {
        return new EventRow(
                position,
                kind,
                key,
                requestHash,
                recordedAt,
                businessDate,
                valueDate,
                payment,
                reference,
                narrative,
                body,
                ownHash);
    }
}
