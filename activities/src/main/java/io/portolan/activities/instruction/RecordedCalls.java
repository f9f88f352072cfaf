package io.portolan.activities.instruction;

import io.portolan.activities.instruction.Counterparties.Channel;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.operations.BankCall.Operation;
import io.portolan.domain.operations.BankCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** The calls about one instruction, each of them recorded as it went. */
final class RecordedCalls {
    private final InstructionKey key;
    private final Channel channel;
    private final BankCalls calls;
    private final Clock clock;

    RecordedCalls(InstructionKey key, Channel channel, BankCalls calls, Clock clock) {
        this.key = key;
        this.channel = channel;
        this.calls = calls;
        this.clock = clock;
    }

    /** Sends the order. That it was taken proves nothing yet; that it was rejected proves that nothing moves. */
    InquiryResult send() {
        Submission outcome = record(Operation.INSTRUCT, channel.instruct(), RecordedCalls::describe);
        return switch (outcome) {
            case Submission.Taken(String reference) -> new InquiryResult.Pending(reference);
            case Submission.Rejected(Reason reason) -> new InquiryResult.Rejected(reason);
            case Submission.Unknown(String detail) -> new InquiryResult.Unknown(detail);
        };
    }

    InquiryResult inquire() {
        return record(Operation.INQUIRE, channel.inquire(), RecordedCalls::describe);
    }

    private <A> A record(Operation operation, Supplier<A> call, Function<A, Description> description) {
        Instant startedAt = clock.instant();
        A answer = call.get();
        Duration took = Duration.between(startedAt, clock.instant());
        Description described = description.apply(answer);
        calls.add(new BankCall(key, operation, startedAt, took, described.outcome, described.detail));
        return answer;
    }

    private static Description describe(Submission outcome) {
        return switch (outcome) {
            case Submission.Taken(String reference) -> new Description("taken", reference);
            case Submission.Rejected(Reason reason) -> new Description("rejected", textOf(reason));
            case Submission.Unknown(String detail) -> new Description("unknown", detail);
        };
    }

    private static Description describe(InquiryResult result) {
        return switch (result) {
            case InquiryResult.Booked booked ->
                new Description(booked.settledAt() == null ? "booked" : "settled", booked.reference());
            case InquiryResult.Pending(String reference) -> new Description("pending", reference);
            case InquiryResult.Rejected(Reason reason) -> new Description("rejected", textOf(reason));
            case InquiryResult.NotFound() -> new Description("not_found", "");
            case InquiryResult.Unknown(String detail) -> new Description("unknown", detail);
        };
    }

    private static String textOf(Reason reason) {
        return reason.code() + ": " + reason.detail();
    }

    private record Description(String outcome, String detail) {}
}
