package io.portolan.ledger.command;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.ledger.event.Hashing;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to the book. Nothing is checked before the book decides, so that whatever is wrong is rejected, and recorded, in one place.
 *
 * <p>The key makes a command idempotent: submitted again with the same content it does nothing, with other content it is rejected.
 */
public sealed interface Command {
    /** Fixed before the first attempt. */
    String key();

    /** What a repeat must have in common with the command, as text. Texts for people are left out. */
    String content();

    /** The postings that it names itself; none unless it is an entry. */
    default List<UncheckedPosting> postings() {
        return List.of();
    }

    /** Why, for people. */
    default String narrative() {
        return "";
    }

    /** SHA-256 of the content. */
    default String requestHash() {
        return Hashing.sha256(getClass().getSimpleName().toUpperCase(Locale.ROOT) + "\n" + content());
    }

    /**
     * Posts, out of a hold or not.
     *
     * @param hold the hold that ends with it, on an account that it posts to; null if none
     * @param date the business date that the client believes open; null for whichever is
     */
    record Post(
            String key,
            @Nullable PaymentId payment,
            String narrative,
            List<UncheckedPosting> postings,
            @Nullable String hold,
            @Nullable LocalDate date)
            implements Command {
        public Post {
            postings = List.copyOf(postings);
        }

        public static Post of(JournalEntry entry) {
            List<UncheckedPosting> postings =
                    entry.postings().stream().map(UncheckedPosting::of).toList();
            return new Post(entry.key(), entry.payment(), entry.narrative(), postings, null, null);
        }

        @Override
        public String content() {
            return Objects.toString(payment, "") + "\n" + postingsText(postings) + "\n" + Objects.toString(hold, "")
                    + "\n" + Objects.toString(date, "");
        }
    }

    /**
     * Posts now what counts for an older date: the only command that may name one.
     *
     * @param corrects the key of the entry that was wrong, to whose payment the correction belongs; null if one was missing
     * @param valueDate the date for which it counts, before the open business date
     */
    record Correct(
            String key,
            @Nullable String corrects,
            String narrative,
            List<UncheckedPosting> postings,
            LocalDate valueDate)
            implements Command {
        public Correct {
            postings = List.copyOf(postings);
        }

        @Override
        public String content() {
            return Objects.toString(corrects, "") + "\n" + postingsText(postings) + "\n" + valueDate;
        }
    }

    /** Posts the opposite of an entry, once, for the same payment. */
    record Reverse(String entry, String narrative) implements Command {
        @Override
        public String key() {
            return entry + "/reversed";
        }

        @Override
        public String content() {
            return entry;
        }
    }

    /** Sets money of an account aside for a later posting, also on an account that holds customer money: as a whole, of no payment in particular. In minor units of the account's currency, positive. */
    record Hold(String key, String narrative, AccountId account, long amount) implements Command {
        @Override
        public String content() {
            return account + " " + amount;
        }
    }

    /** Releases what a hold set aside. */
    record Release(String hold, String narrative) implements Command {
        @Override
        public String key() {
            return hold + "/released";
        }

        @Override
        public String content() {
            return hold;
        }
    }

    /** Opens an account with another overdraft limit than its kind's. Accounts otherwise open themselves on their first posting, as the chart says. */
    record OpenAccount(AccountId account, boolean overdraftAllowed) implements Command {
        @Override
        public String key() {
            return "account/" + account + "/opened";
        }

        @Override
        public String content() {
            return account + " " + overdraftAllowed;
        }
    }

    /** Stops all postings to an account until it is unfrozen. */
    record Freeze(String key, AccountId account, String narrative) implements Command {
        @Override
        public String content() {
            return account.code();
        }
    }

    /** Allows postings to a frozen account again. */
    record Unfreeze(String key, AccountId account, String narrative) implements Command {
        @Override
        public String content() {
            return account.code();
        }
    }

    /** Closes an account with a balance of zero, for good. */
    record CloseAccount(AccountId account, String narrative) implements Command {
        @Override
        public String key() {
            return "account/" + account + "/closed";
        }

        @Override
        public String content() {
            return account.code();
        }
    }

    /** Ends the open business date and opens the next one. */
    record CloseDay(LocalDate date, LocalDate nextDate) implements Command {
        /** How the keys of closed days begin; the dates that follow it sort by time. */
        public static final String KEY_PREFIX = "day/";

        @Override
        public String key() {
            return KEY_PREFIX + date;
        }

        @Override
        public String content() {
            return date + " " + nextDate;
        }
    }

    private static String postingsText(List<UncheckedPosting> postings) {
        return postings.stream().map(UncheckedPosting::toString).collect(Collectors.joining(";"));
    }
}
