package io.portolan.db.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.Database;
import io.portolan.db.testing.ConcurrentRuns;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.intake.Idempotency;
import io.portolan.domain.intake.Idempotency.Answer;
import io.portolan.domain.intake.Idempotency.StoredAnswer;
import io.portolan.domain.intake.IdempotentRequest;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.SamplePayments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@OnBothServers
class JooqIdempotencyTest {
    private static final StoredAnswer ANSWER = new StoredAnswer(202, "/v1/payments/pay_1", "{\"name\":\"李伟\"}");

    private final TestDatabase db;
    private final Database database;
    private final Idempotency idempotency;

    JooqIdempotencyTest(TestServer server) {
        db = TestDatabase.shared(server);
        database = db.database();
        idempotency = database.idempotency();
    }

    @Test
    void theSecondCallGetsTheFirstAnswerAndDoesNothing() {
        IdempotentRequest request = request("POST /v1/payments");
        AtomicInteger works = new AtomicInteger();

        Answer first = idempotency.once(request, () -> counted(works));
        Answer second = idempotency.once(request, () -> counted(works));

        assertThat(first).isEqualTo(new Answer.First(ANSWER));
        assertThat(second).isEqualTo(new Answer.Replayed(ANSWER));
        assertThat(works).hasValue(1);
    }

    @Test
    void anotherBodyOrOperationUnderTheKeyIsRejected() {
        IdempotentRequest request = request("POST /v1/payments");
        idempotency.once(request, () -> ANSWER);

        assertThat(idempotency.once(
                        new IdempotentRequest(request.merchant(), request.key(), request.operation(), "b".repeat(64)),
                        () -> ANSWER))
                .isEqualTo(new Answer.Reused());
        assertThat(idempotency.once(
                        new IdempotentRequest(request.merchant(), request.key(), "POST /other", request.bodyHash()),
                        () -> ANSWER))
                .isEqualTo(new Answer.Reused());
    }

    @Test
    void keysOfTwoMerchantsAreTwoKeysAndSoAreTwoCases() {
        IdempotentRequest request = request("POST /v1/payments");
        idempotency.once(request, () -> ANSWER);

        IdempotentRequest others =
                new IdempotentRequest(new MerchantId("other"), request.key(), request.operation(), request.bodyHash());
        IdempotentRequest upper =
                new IdempotentRequest(request.merchant(), request.key() + "A", request.operation(), request.bodyHash());
        IdempotentRequest lower =
                new IdempotentRequest(request.merchant(), request.key() + "a", request.operation(), request.bodyHash());

        assertThat(List.of(others, upper, lower))
                .allSatisfy(
                        each -> assertThat(idempotency.once(each, () -> ANSWER)).isEqualTo(new Answer.First(ANSWER)));
    }

    @Test
    void workThatThrowsLeavesNothingBehind() {
        IdempotentRequest request = request("POST /v1/payments");
        Payment payment = SamplePayments.cnyToUsd();
        db.addQuote(payment);

        assertThatThrownBy(() -> idempotency.once(request, () -> {
                    database.payments().add(PaymentChange.none(payment));
                    throw new IllegalStateException("our own fault");
                }))
                .hasMessage("our own fault");

        assertThat(database.payments().find(payment.id())).isEmpty();
        assertThat(idempotency.once(request, () -> ANSWER)).isEqualTo(new Answer.First(ANSWER));
    }

    @Test
    void whatTheWorkWritesIsThereWithItsAnswer() {
        IdempotentRequest request = request("POST /v1/payments");
        Payment payment = SamplePayments.cnyToUsd();
        db.addQuote(payment);

        idempotency.once(request, () -> {
            database.payments().add(PaymentChange.none(payment));
            return ANSWER;
        });

        assertThat(database.payments().find(payment.id())).isPresent();
    }

    @Test
    void aCallWhileTheFirstIsAtWorkIsToldSoAfterAShortWait() throws Exception {
        IdempotentRequest request = request("POST /v1/payments");
        CountDownLatch working = new CountDownLatch(1);
        CompletableFuture<StoredAnswer> answer = new CompletableFuture<>();
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> idempotency.once(request, () -> {
            working.countDown();
            return answer.join();
        }));
        working.await();
        Instant asked = Instant.now();

        Answer second = idempotency.once(request, () -> ANSWER);

        assertThat(second).isEqualTo(new Answer.StillRunning());
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15));
        answer.complete(ANSWER);
        assertThat(first.get()).isEqualTo(new Answer.First(ANSWER));
        assertThat(idempotency.once(request, () -> ANSWER)).isEqualTo(new Answer.Replayed(ANSWER));
    }

    @Test
    void ofManyCallsAtOnceOneDoesTheWork() throws Exception {
        IdempotentRequest request = request("POST /v1/payments");
        AtomicInteger works = new AtomicInteger();

        List<Answer> answers = ConcurrentRuns.run(8, _ -> () -> idempotency.once(request, () -> counted(works)));

        assertThat(answers).filteredOn(Answer.First.class::isInstance).hasSize(1);
        assertThat(answers).doesNotHaveAnyElementsOfTypes(Answer.Reused.class);
        assertThat(works).hasValue(1);
    }

    @Test
    void ofManyCallsAtOnceWhoseFirstFailsAnotherDoesTheWork() throws Exception {
        IdempotentRequest request = request("POST /v1/payments");
        AtomicInteger works = new AtomicInteger();

        List<String> ends = ConcurrentRuns.run(6, _ -> () -> {
            try {
                return idempotency
                        .once(request, () -> failingAtFirst(works))
                        .getClass()
                        .getSimpleName();
            } catch (IllegalStateException failure) {
                return "Failed";
            }
        });

        assertThat(ends).filteredOn("First"::equals).hasSize(1);
        assertThat(ends).filteredOn("Failed"::equals).hasSize(1);
    }

    private static StoredAnswer failingAtFirst(AtomicInteger works) {
        if (works.getAndIncrement() == 0) {
            throw new IllegalStateException("the first one fails");
        }
        return ANSWER;
    }

    private static StoredAnswer counted(AtomicInteger works) {
        works.incrementAndGet();
        return ANSWER;
    }

    private static IdempotentRequest request(String operation) {
        return new IdempotentRequest(SamplePayments.ACME, "key-" + UUID.randomUUID(), operation, "a".repeat(64));
    }
}
