package io.portolan.db.payment.plan;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.PlannedEntry;
import io.portolan.domain.plan.PlannedEntry.Occasion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Planned entries as text, one line each: the occasion and the name, then every posting as account and minor units, with a semicolon before it, such as
 * {@code BOOKED booked;NOSTRO:B:CNY 720000;PAYABLE:acme:CNY -720000}.
 */
final class EntryLines {
    private EntryLines() {}

    /** @throws IllegalArgumentException if an entry's name would not be read back as it is */
    static String format(List<PlannedEntry> entries) {
        return entries.stream().map(EntryLines::lineOf).collect(Collectors.joining("\n"));
    }

    static List<PlannedEntry> parse(String text) {
        return text.lines().map(EntryLines::entryOf).toList();
    }

    private static String lineOf(PlannedEntry entry) {
        if (!entry.name().matches("[^;\\n\\r]+")) {
            throw new IllegalArgumentException("a planned entry's name has no semicolon or line end: " + entry.name());
        }
        Stream<String> postings = entry.postings().stream()
                .map(posting ->
                        posting.account().code() + " " + posting.amount().minorUnits());
        return Stream.concat(Stream.of(entry.occasion() + " " + entry.name()), postings)
                .collect(Collectors.joining(";"));
    }

    private static PlannedEntry entryOf(String line) {
        String[] parts = line.split(";");
        int space = parts[0].indexOf(' ');
        return new PlannedEntry(
                Occasion.valueOf(parts[0].substring(0, space)),
                parts[0].substring(space + 1),
                Arrays.stream(parts).skip(1).map(EntryLines::postingOf).toList());
    }

    private static Posting postingOf(String text) {
        int space = text.indexOf(' ');
        AccountId account = AccountId.parse(text.substring(0, space));
        return new Posting(account, new Money(account.currency(), Long.parseLong(text.substring(space + 1))));
    }
}
