package io.portolan.activities.leg;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.operations.BankCall.Operation;
import io.portolan.domain.operations.BankCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** The calls about one order, each of them recorded as it went. */
final class Exchange<O> {
    private final InstructionKey key;
    private final O order;
    private final Counterparty<O> other;
    private final BankCalls calls;
    private final Clock clock;

    Exchange(InstructionKey key, O order, Counterparty<O> other, BankCalls calls, Clock clock) {
        this.key = key;
        this.order = order;
        this.other = other;
        this.calls = calls;
        this.clock = clock;
    }

    InstructionKey key() {
        return key;
    }

    /** Sends the order. That it was taken proves nothing yet, that it was refused proves that nothing moved. */
    Finding send() {
        LegOutcome outcome = recorded(Operation.INSTRUCT, other.instruct(), Exchange::wordsOf);
        return switch (outcome) {
            case LegOutcome.Accepted(String reference) -> new Finding.Pending(reference);
            case LegOutcome.Rejected(Reason reason) -> new Finding.Refused(reason);
            case LegOutcome.Unknown(String detail) -> new Finding.Unclear(detail);
        };
    }

    Finding ask() {
        return recorded(Operation.INQUIRE, other.inquire(), Exchange::wordsOf);
    }

    private <A> A recorded(Operation operation, Function<O, A> call, Function<A, Words> words) {
        Instant startedAt = clock.instant();
        A answer = call.apply(order);
        Duration took = Duration.between(startedAt, clock.instant());
        Words said = words.apply(answer);
        calls.add(new BankCall(key, operation, startedAt, took, said.outcome, said.detail));
        return answer;
    }

    private static Words wordsOf(LegOutcome outcome) {
        return switch (outcome) {
            case LegOutcome.Accepted(String reference) -> new Words("accepted", reference);
            case LegOutcome.Rejected(Reason reason) -> new Words("rejected", textOf(reason));
            case LegOutcome.Unknown(String detail) -> new Words("unknown", detail);
        };
    }

    private static Words wordsOf(Finding finding) {
        return switch (finding) {
            case Finding.Booked booked ->
                new Words(booked.settledAt() == null ? "booked" : "settled", booked.reference());
            case Finding.Pending(String reference) -> new Words("pending", reference);
            case Finding.Refused(Reason reason) -> new Words("refused", textOf(reason));
            case Finding.NotFound() -> new Words("not_found", "");
            case Finding.Unclear(String detail) -> new Words("unclear", detail);
        };
    }

    private static String textOf(Reason reason) {
        return reason.code() + ": " + reason.detail();
    }

    private record Words(String outcome, String detail) {}
}
