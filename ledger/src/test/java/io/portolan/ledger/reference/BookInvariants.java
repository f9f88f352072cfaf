package io.portolan.ledger.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Hold;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.event.EventRow;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be true of any events and postings, worked out once more and without the engine. */
final class BookInvariants {
    private static final String START = "0".repeat(64);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private BookInvariants() {}

    /** Positions without a gap, and times that grow by a microsecond or more. */
    static void requireStrictOrder(List<EventRow> events) {
        Instant last = Instant.EPOCH;
        long position = 0;
        for (EventRow event : events) {
            position++;
            assertThat(event.position()).isEqualTo(position);
            assertThat(event.recordedAt())
                    .isAfterOrEqualTo(last.plus(1, ChronoUnit.MICROS))
                    .isEqualTo(event.recordedAt().truncatedTo(ChronoUnit.MICROS));
            last = event.recordedAt();
        }
    }

    static void requireUnbrokenEventChain(List<EventRow> events) {
        String hash = START;
        for (EventRow event : events) {
            hash = sha256(Stream.of(
                            hash,
                            event.position(),
                            event.kind(),
                            event.key(),
                            event.requestHash(),
                            TIME.format(event.recordedAt()),
                            event.businessDate(),
                            event.valueDate(),
                            Objects.toString(event.payment(), ""),
                            Objects.toString(event.reference(), ""),
                            event.narrative(),
                            event.body())
                    .map(Object::toString)
                    .collect(Collectors.joining("\n")));
            assertThat(event.hash()).as("%s", event).isEqualTo(hash);
        }
    }

    /** No gap in an account, what is after is before of the next, and each posting's hash follows from the one before. */
    static void requireUnbrokenAccountChains(List<PostingRow> postings) {
        Map<AccountId, PostingRow> last = new HashMap<>();
        for (PostingRow posting : postings) {
            PostingRow before = last.put(posting.account(), posting);
            assertThat(posting.sequence()).isEqualTo(before == null ? 1 : before.sequence() + 1);
            assertThat(posting.postedBefore()).isEqualTo(before == null ? 0 : before.postedAfter());
            assertThat(posting.heldBefore()).isEqualTo(before == null ? 0 : before.heldAfter());
            assertThat(posting.postedAfter()).isEqualTo(Math.addExact(posting.postedBefore(), posting.amount()));
            assertThat(posting.heldAfter())
                    .isEqualTo(Math.addExact(posting.heldBefore(), posting.holdChange()))
                    .isNotNegative();
            assertThat(posting.hash()).isEqualTo(hash(posting, before == null ? START : before.hash()));
        }
    }

    /** Every event sums to zero in each currency. */
    static void requireBalancedEvents(List<PostingRow> postings) {
        Map<Long, Map<Currency, BigInteger>> sums = new HashMap<>();
        for (PostingRow posting : postings) {
            sums.computeIfAbsent(posting.position(), _ -> new HashMap<>())
                    .merge(posting.account().currency(), BigInteger.valueOf(posting.amount()), BigInteger::add);
        }
        assertThat(sums)
                .allSatisfy((_, byCurrency) -> assertThat(byCurrency.values()).containsOnly(BigInteger.ZERO));
    }

    /** What is held on an account is the sum of its open holds. */
    static void requireHoldsAddUp(Book book) {
        Map<AccountId, BigInteger> open = new HashMap<>();
        for (Hold hold : book.holds().values()) {
            open.merge(hold.account(), BigInteger.valueOf(hold.amount()), BigInteger::add);
        }
        for (Account account : book.accounts().values()) {
            assertThat(BigInteger.valueOf(account.held())).isEqualTo(open.getOrDefault(account.id(), BigInteger.ZERO));
        }
    }

    /** On accounts that hold customer money and may not be overdrawn, no payment ever has less than nothing. */
    static void requireNoPaymentSpendsAnothersMoney(EngineRun trace) {
        Map<Long, EventRow> events = new HashMap<>();
        trace.events().forEach(event -> events.put(event.position(), event));
        Map<String, Map<Long, BigInteger>> changes = new TreeMap<>();
        for (PostingRow posting : trace.postings()) {
            EventRow event = events.get(posting.position());
            AccountId account = posting.account();
            boolean mayOverdraw =
                    trace.end().accounts().find(account).orElseThrow().overdraftAllowed();
            if (account.kind().holdsCustomerMoney() && !mayOverdraw) {
                changes.computeIfAbsent(account + " " + event.payment(), _ -> new TreeMap<>())
                        .merge(posting.position(), BigInteger.valueOf(posting.amount()), BigInteger::add);
            }
        }
        assertThat(changes).isNotEmpty().allSatisfy((_, byPosition) -> {
            BigInteger balance = BigInteger.ZERO;
            for (BigInteger change : byPosition.values()) {
                balance = balance.add(change);
                assertThat(balance).isNotPositive();
            }
        });
    }

    private static String hash(PostingRow posting, String previous) {
        return sha256(Stream.of(
                        previous,
                        posting.account().code(),
                        posting.sequence(),
                        posting.position(),
                        posting.ordinal(),
                        TIME.format(posting.recordedAt()),
                        posting.businessDate(),
                        posting.valueDate(),
                        posting.amount(),
                        posting.holdChange(),
                        posting.postedBefore(),
                        posting.postedAfter(),
                        posting.heldBefore(),
                        posting.heldAfter())
                .map(Object::toString)
                .collect(Collectors.joining("|")));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
