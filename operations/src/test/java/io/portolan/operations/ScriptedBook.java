package io.portolan.operations;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.domain.ledger.AuditFinding;
import io.portolan.domain.ledger.AuditReport;
import io.portolan.domain.ledger.BookAudit;
import io.portolan.domain.ledger.BookControl;
import io.portolan.domain.ledger.DayTotals;
import io.portolan.domain.money.Currency;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A book of one account, B's, with the findings that a test gives it. */
public final class ScriptedBook implements BookAudit, BookControl {
    public static final AccountId ACCOUNT = new AccountId(AccountKind.NOSTRO, "B", Currency.of("CNY"));
    public static final AccountId UNKNOWN_ACCOUNT = new AccountId(AccountKind.NOSTRO, "Z", Currency.of("CNY"));
    public static final LocalDate OPEN_DATE = LocalDate.of(2026, 11, 21);
    public static final DayTotals TOTALS =
            new DayTotals(1, "ab", List.of(new DayTotals.Total(Currency.of("CNY"), BigInteger.ZERO, BigInteger.ZERO)));

    private final Map<AccountId, AccountStatus> statuses = new TreeMap<>(Map.of(ACCOUNT, AccountStatus.OPEN));
    private final List<AuditFinding> findings = new ArrayList<>();
    private final List<String> narratives = new ArrayList<>();
    private boolean isClosed;

    public ScriptedBook addFinding(AuditFinding finding) {
        findings.add(finding);
        return this;
    }

    public ScriptedBook setStatus(AccountStatus status) {
        statuses.put(ACCOUNT, status);
        return this;
    }

    /** Of all that was done here, oldest first. */
    public List<String> narratives() {
        return List.copyOf(narratives);
    }

    /** Both methods see the same. */
    @Override
    public List<AuditReport> run() {
        return List.of(new AuditReport("replay", 1, 2, 1, 0, findings), new AuditReport("sql", 1, 2, 1, 0, findings));
    }

    @Override
    public Optional<AccountStatus> statusOf(AccountId account) {
        return Optional.ofNullable(statuses.get(account));
    }

    @Override
    public ControlResult freeze(String key, AccountId account, String narrative) {
        return change(account, AccountStatus.OPEN, AccountStatus.FROZEN, narrative);
    }

    @Override
    public ControlResult unfreeze(String key, AccountId account, String narrative) {
        return change(account, AccountStatus.FROZEN, AccountStatus.OPEN, narrative);
    }

    private ControlResult change(AccountId account, AccountStatus from, AccountStatus to, String narrative) {
        if (statuses.get(account) != from) {
            return new ControlResult.Rejected(account + " is " + statuses.get(account));
        }
        statuses.put(account, to);
        narratives.add(narrative);
        return new ControlResult.Applied();
    }

    @Override
    public ControlResult closeDay(LocalDate date, LocalDate nextDate) {
        if (!date.equals(OPEN_DATE)) {
            return new ControlResult.Rejected(date + " is not open");
        }
        isClosed = true;
        return new ControlResult.Applied();
    }

    @Override
    public Optional<DayTotals> totalsOf(LocalDate date) {
        return isClosed ? Optional.of(TOTALS) : Optional.empty();
    }
}
