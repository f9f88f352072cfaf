package io.portolan.operations.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.InMemoryBreaks;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.InMemoryAlerts;
import io.portolan.domain.operations.InMemoryRechecks;
import io.portolan.domain.operations.InMemoryStatementCursors;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.operations.ScriptedPaymentWorkflows;
import io.portolan.operations.SteppingClock;
import io.portolan.operations.dispatch.PaymentWaker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** It is noon on 21 November; every credit here belongs to nothing, so that its break shows that it was read. */
class StatementCatchUpTest {
    private static final NostroAccount ABROAD = new NostroAccount("D", "D-USD", Currency.of("USD"));
    private static final Money BACK = Money.of(ABROAD.currency(), 98_456);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final SteppingClock clock = new SteppingClock();
    private final InMemoryPayments payments = new InMemoryPayments();
    private final InMemoryBreaks breaks = new InMemoryBreaks();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryStatementCursors cursors = new InMemoryStatementCursors();
    private final ScriptedStatements bank = new ScriptedStatements();
    private final ReturnDetector detector = detectorOf(Map.of(ABROAD, bank));

    @Test
    void beginsWithYesterdayAndReadsTodayInEveryRound() {
        detector.run();
        assertThat(bank.takeAsked()).containsExactly(TODAY.minusDays(1), TODAY);

        detector.run();
        assertThat(bank.takeAsked()).containsExactly(TODAY);
    }

    @Test
    void readsADateOnceMoreAfterItsEnd() {
        detector.run();
        clock.pass(Duration.ofHours(12).plusMinutes(30));
        bank.takeAsked();
        detector.run();
        assertThat(bank.takeAsked()).containsExactly(TODAY, TODAY.plusDays(1));

        bank.books("", "R-late", BACK, Instant.parse("2026-11-21T23:59:59.999Z"));
        clock.pass(Duration.ofHours(1));
        detector.run();
        detector.run();

        assertThat(bank.takeAsked()).containsExactly(TODAY, TODAY.plusDays(1), TODAY.plusDays(1));
        assertThat(references()).containsExactly("D-USD/R-late");
    }

    @Test
    void catchesUpWithTwoWeeksInWhichNobodyRead() {
        detector.run();
        for (int day = 0; day < 14; day++) {
            bank.books("", "R" + day, BACK, clock.instant().plus(Duration.ofDays(day)));
        }
        clock.pass(Duration.ofDays(14));

        detectorOf(Map.of(ABROAD, bank)).run();

        assertThat(references()).hasSize(14);
        assertThat(cursors.readThrough(ABROAD)).contains(TODAY.plusDays(13));
    }

    @Test
    void catchesUpWithTwoWeeksInWhichTheBankGaveNoStatements() {
        bank.setAway(true);
        bank.books("", "R1", BACK, clock.instant());
        for (int day = 0; day < 14; day++) {
            detector.run();
            clock.pass(Duration.ofDays(1));
        }
        assertThat(references()).isEmpty();

        bank.setAway(false);
        detector.run();

        assertThat(references()).containsExactly("D-USD/R1");
        assertThat(cursors.readThrough(ABROAD)).contains(TODAY.plusDays(13));
    }

    @Test
    void readsAtMostThirtyOneDatesAndTodayInARound() {
        detector.run();
        clock.pass(Duration.ofDays(40));
        bank.takeAsked();

        detector.run();
        assertThat(bank.takeAsked()).hasSize(32).endsWith(TODAY.plusDays(40));

        detector.run();
        assertThat(cursors.readThrough(ABROAD)).contains(TODAY.plusDays(39));
    }

    @Test
    void asksABankThatIsAwayOnlyForAFewDates() {
        detector.run();
        clock.pass(Duration.ofDays(20));
        bank.setAway(true);
        bank.takeAsked();

        detector.run();

        assertThat(bank.takeAsked()).hasSize(6).endsWith(TODAY.plusDays(20));
    }

    @Test
    void aDateThatTheBankHasLostKeepsTheNextOnesNotWaitingAndIsToldOf() {
        detector.run();
        bank.loses(TODAY);
        bank.books("", "R1", BACK, clock.instant().plus(Duration.ofDays(1)));
        clock.pass(Duration.ofDays(5));

        detector.run();
        detector.run();

        assertThat(references()).containsExactly("D-USD/R1");
        assertThat(cursors.readThrough(ABROAD)).contains(TODAY.minusDays(1));
        assertThat(alerts.listOpen()).extracting(Alert::subject).containsExactly("D-USD");
    }

    @Test
    void anAccountWhoseBankFailsKeepsTheOthersNotWaiting() {
        NostroAccount failing = new NostroAccount("E", "E-USD", Currency.of("USD"));
        bank.books("", "R1", BACK, clock.instant());

        detectorOf(Map.of(ABROAD, bank, failing, (_, _) -> {
                    throw new IllegalStateException("no bank E is configured");
                }))
                .run();

        assertThat(references()).containsExactly("D-USD/R1");
        assertThat(cursors.readThrough(failing))
                .contains(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(2));
    }

    private ReturnDetector detectorOf(Map<NostroAccount, StatementBank> statements) {
        PayoutReturns returns = new PayoutReturns(
                (_, _) -> List.of(), payments, new PaymentWaker(new ScriptedPaymentWorkflows()), clock);
        CreditExplanation explanation =
                new CreditExplanation(payments, returns, breaks, new InMemoryRechecks(payments), clock);
        return new ReturnDetector(statements, explanation, cursors, alerts, clock);
    }

    private List<String> references() {
        return breaks.listOpen().stream().map(Break::reference).toList();
    }
}
