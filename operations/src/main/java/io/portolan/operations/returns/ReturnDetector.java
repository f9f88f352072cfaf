package io.portolan.operations.returns;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.bank.StatementBank.StatementUnavailable;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.Alerts;
import io.portolan.domain.operations.StatementCursors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds payouts that came back, in the statements of the accounts that paid them: a return can come days after completion, when nobody waits for it, and the statement is where it
 * shows first. Each date is read in every round until it is over, and once after that; a cursor per account says up to which, so after an outage every date is caught up with.
 */
public final class ReturnDetector {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnDetector.class);
    private static final int MOST_DATES = 31;
    private static final int MOST_MISSING = 5;
    private static final int DAYS_UNTIL_ALERT = 3;

    /** How long after its end a date's statement may still grow. */
    private static final Duration CLOSING = Duration.ofHours(1);

    private final Map<NostroAccount, StatementBank> statements;
    private final CreditExplanation explanation;
    private final StatementCursors cursors;
    private final Alerts alerts;
    private final Clock clock;
    private final Map<NostroAccount, ExplainedLines> explained = new ConcurrentHashMap<>();

    /** @param statements the bank that has the statement of each account from which payouts may ever have been paid; banks' business dates are those of UTC */
    public ReturnDetector(
            Map<NostroAccount, StatementBank> statements,
            CreditExplanation explanation,
            StatementCursors cursors,
            Alerts alerts,
            Clock clock) {
        this.statements = Map.copyOf(statements);
        this.explanation = explanation;
        this.cursors = cursors;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** One round over all accounts: of each, today and at most 31 dates that were not read after their end. */
    public void run() {
        statements.forEach((account, bank) -> {
            try {
                read(account, bank);
            } catch (RuntimeException failed) {
                LOG.error("the statements of {} cannot be read; the next round tries again", account.number(), failed);
            }
        });
    }

    /** A date without a statement stops the cursor, but not the dates behind it, unless the bank seems to be away; today is always asked for. */
    private void read(NostroAccount account, StatementBank bank) {
        Instant now = clock.instant();
        boolean isWhole = true;
        int missing = 0;
        for (LocalDate date : datesToRead(account, now)) {
            boolean isClosed = !now.isBefore(endOf(date).plus(CLOSING));
            boolean isToday = now.isBefore(endOf(date));
            ReadResult result =
                    isToday || missing < MOST_MISSING ? read(account, bank, date, isClosed) : ReadResult.MISSING;
            missing += result == ReadResult.MISSING ? 1 : 0;
            isWhole &= isClosed && result == ReadResult.WHOLE;
            if (isWhole) {
                cursors.advance(account, date);
                linesOf(account).forget(date);
            }
        }
    }

    private List<LocalDate> datesToRead(NostroAccount account, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate readThrough = cursors.readThrough(account).orElseGet(() -> beginWith(account, today.minusDays(1)));
        return Stream.concat(
                        readThrough
                                .plusDays(1)
                                .datesUntil(readThrough.isBefore(today) ? today : readThrough.plusDays(1))
                                .limit(MOST_DATES),
                        Stream.of(today))
                .toList();
    }

    /** From an account that nobody has read yet nothing was paid before: its cursor begins at once, so that what follows is read whenever the bank answers. */
    private LocalDate beginWith(NostroAccount account, LocalDate first) {
        LocalDate before = first.minusDays(1);
        cursors.advance(account, before);
        return before;
    }

    private enum ReadResult {
        WHOLE,
        /** A line could neither be explained nor left to people. */
        IN_PART,
        MISSING
    }

    private ReadResult read(NostroAccount account, StatementBank bank, LocalDate date, boolean isClosed) {
        List<Statement.Line> lines;
        try {
            lines = bank.statement(account, date).lines();
        } catch (StatementUnavailable unavailable) {
            LOG.warn("no statement of {} for {}: {}", account.number(), date, unavailable.getMessage());
            alertIfLong(account, date);
            return ReadResult.MISSING;
        }
        boolean isWhole = true;
        for (Statement.Line line : lines) {
            if (line.amount().isPositive() && !linesOf(account).contains(date, line)) {
                isWhole &= read(account, date, line, isClosed);
            }
        }
        return isWhole ? ReadResult.WHOLE : ReadResult.IN_PART;
    }

    /** A line that cannot be explained does not keep the others waiting. */
    private boolean read(NostroAccount account, LocalDate date, Statement.Line credit, boolean isClosed) {
        try {
            if (explanation.explain(account, credit)) {
                linesOf(account).add(date, credit);
                return true;
            }
        } catch (RuntimeException failed) {
            LOG.error("credit {} of {} cannot be explained yet", credit.bankReference(), account.number(), failed);
        }
        return isClosed && leaveUnexplained(account, credit);
    }

    private boolean leaveUnexplained(NostroAccount account, Statement.Line credit) {
        try {
            explanation.leaveUnexplained(account, credit);
            return true;
        } catch (RuntimeException failed) {
            LOG.error("credit {} of {} is read again", credit.bankReference(), account.number(), failed);
            return false;
        }
    }

    private void alertIfLong(NostroAccount account, LocalDate date) {
        Instant now = clock.instant();
        if (now.isAfter(endOf(date).plus(Duration.ofDays(DAYS_UNTIL_ALERT)))) {
            String detail =
                    "The bank gives no statement for %s, so returns of that date are not known.".formatted(date);
            alerts.raise(Alert.of(account.number(), detail, now));
        }
    }

    private ExplainedLines linesOf(NostroAccount account) {
        return explained.computeIfAbsent(account, _ -> new ExplainedLines());
    }

    private static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
