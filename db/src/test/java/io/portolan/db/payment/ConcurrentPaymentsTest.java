package io.portolan.db.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.Database;
import io.portolan.db.ledger.BookAssertions;
import io.portolan.db.testing.ConcurrentRuns;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.PaymentEvent;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Payments.QuoteAlreadyUsed;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.saga.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothServers
class ConcurrentPaymentsTest {
    private static final int THREADS = 8;

    private final TestDatabase db;
    private final Payments payments;

    ConcurrentPaymentsTest(TestServer server) {
        db = TestDatabase.on(server);
        payments = db.database().payments();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aStepBegunByManyAtOnceBeginsOnce() throws Exception {
        Payment payment = db.add(SamplePayments.cnyToUsd());
        InstructionKey collection = SamplePayments.keyOf(payment, MovementKind.COLLECTION);

        List<PaymentChange> changes = ConcurrentRuns.run(
                THREADS,
                _ -> () ->
                        payments.change(payment.id(), stored -> ConcurrentPaymentsTest.beginOnce(stored, collection)));

        assertThat(changes).filteredOn(change -> !change.isNone()).hasSize(1);
        assertThat(payments.find(payment.id()).orElseThrow().state().instructions())
                .hasSize(1);
    }

    @Test
    void changesOfOnePaymentFollowOneAnother() throws Exception {
        Payment payment = db.add(SamplePayments.cnyToUsd());

        ConcurrentRuns.run(THREADS, thread -> () -> {
            for (int i = 0; i < 5; i++) {
                String type = "t" + thread + "." + i;
                payments.change(
                        payment.id(), stored -> EdgeCasePayments.changed(stored, EdgeCasePayments.event(stored, type)));
            }
            return true;
        });

        List<PaymentEvent> events = payments.listEvents(payment.id(), "", 1000);
        assertThat(events)
                .extracting(PaymentEvent::type)
                .doesNotHaveDuplicates()
                .hasSize(THREADS * 5);
    }

    @Test
    void manyPaymentsAtOnceLeaveAConsistentBook() throws Exception {
        List<Payment> stored = new ArrayList<>();
        for (int i = 0; i < THREADS * 3; i++) {
            stored.add(db.add(SamplePayments.cnyToUsd()));
        }

        ConcurrentRuns.run(THREADS, thread -> () -> {
            for (int i = thread; i < stored.size(); i += THREADS) {
                new StoredPaymentScenario(payments, stored.get(i)).complete();
            }
            return true;
        });

        assertThat(stored)
                .allSatisfy(payment -> assertThat(
                                payments.find(payment.id()).orElseThrow().stage())
                        .isEqualTo(Stage.COMPLETED));
        requireConsistentBook(db.database());
    }

    @Test
    void aQuoteUsedByManyAtOncePaysOnce() throws Exception {
        Payment payment = SamplePayments.cnyToUsd();
        db.addQuote(payment);

        List<Boolean> paid = ConcurrentRuns.run(THREADS, _ -> () -> {
            Payment mine = EdgeCasePayments.withOrder(SamplePayments.cnyToUsd(), payment.order());
            try {
                payments.add(EdgeCasePayments.changed(mine, EdgeCasePayments.event(mine, "accepted")));
                return true;
            } catch (QuoteAlreadyUsed spent) {
                return false;
            }
        });

        assertThat(paid).containsOnlyOnce(true);
    }

    /** As the activities do: what was begun by another execution is left alone. */
    private static PaymentChange beginOnce(Payment stored, InstructionKey key) {
        return stored.find(key).isPresent()
                ? PaymentChange.none(stored)
                : Transitions.begin(stored, key, Windows.of(stored, MovementKind.COLLECTION), EdgeCasePayments.LATER);
    }

    static void requireConsistentBook(Database database) {
        Map<String, List<AccountId>> byCurrency = database.journal().balances().stream()
                .map(AccountBalance::account)
                .collect(Collectors.groupingBy(account -> account.currency().code()));
        assertThat(byCurrency).isNotEmpty();
        byCurrency.values().forEach(accounts -> BookAssertions.requireConsistent(database, accounts));
    }
}
