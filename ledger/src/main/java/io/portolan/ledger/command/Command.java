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
 * Something that a client asks of the book. Nothing is checked before the book decides, so that whatever is refused is refused, and recorded, in one
 * place.
 *
 * <p>The key makes a command idempotent: asked again with the same content it does nothing, with other content it is refused.
 */
public sealed interface Command {
    /** Fixed before the first attempt. */
    String key();

    /** All that matters of the command, as text: what a repeat must agree in. Texts for people do not matter. */
    String content();

    /** What it posts by its own words; nothing unless it is an entry. */
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
     * Posts, at once or out of a hold.
     *
     * @param hold the hold that ends with it, as this is what the money was set aside for: one of an account that it posts to; null if none
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
     * @param corrects the key of the entry that was wrong; null if one was missing
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

    /** Posts the opposite of an entry, once. */
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

    /** Sets money of an account aside for a posting to come. In minor units of the account's currency, positive. */
    record Hold(String key, String narrative, AccountId account, long amount) implements Command {
        @Override
        public String content() {
            return account + " " + amount;
        }
    }

    /** Gives free what a hold set aside. */
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

    /** Opens an account with another limit than its kind's. Accounts otherwise open themselves on their first posting, as the chart says. */
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

    /** Lets nothing move on an account any more, until it is unfrozen. */
    record Freeze(String key, AccountId account, String narrative) implements Command {
        @Override
        public String content() {
            return account.code();
        }
    }

    /** Lets a frozen account move again. */
    record Unfreeze(String key, AccountId account, String narrative) implements Command {
        @Override
        public String content() {
            return account.code();
        }
    }

    /** Ends an account that stands at zero, for good. */
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
        /** How the keys of days begin; the dates behind it sort by time. */
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
