package io.portolan.domain.bank;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.plan.MovementKind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What another side does with the instructions that reach it. It executes each key at most once, as the real ones promise, and books at once what
 * no script speaks of; a scripted answer is given once, in turn, and the last word of {@link #alwaysFinds} is given for ever.
 */
public final class ScriptedOrders {
    private final Map<MovementKind, Queue<Function<InstructionKey, Submission>>> replies =
            new EnumMap<>(MovementKind.class);
    private final Map<MovementKind, Queue<BiFunction<InstructionKey, InquiryResult, InquiryResult>>> inquiryResults =
            new EnumMap<>(MovementKind.class);
    private final Map<MovementKind, BiFunction<InstructionKey, InquiryResult, InquiryResult>> lastResults =
            new EnumMap<>(MovementKind.class);
    private final Map<InstructionKey, InquiryResult> kept = new HashMap<>();
    private final List<InstructionKey> executed = new ArrayList<>();
    private final List<String> exchanges = new ArrayList<>();

    /** The next instruction of this kind gets this answer; whatever the answer, the order is kept exactly if {@code kept} says how. */
    public ScriptedOrders replies(MovementKind kind, Submission reply, InquiryResult... keptAs) {
        queue(replies, kind).add(key -> {
            List.of(keptAs).forEach(result -> keep(key, result));
            return reply;
        });
        return this;
    }

    /** The next instruction of this kind is rejected for good. */
    public ScriptedOrders rejects(MovementKind kind, Reason reason) {
        return replies(kind, new Submission.Rejected(reason), new InquiryResult.Rejected(reason));
    }

    /** The next instruction of this kind is taken and booked, but the reply is lost. */
    public ScriptedOrders losesReply(MovementKind kind) {
        return replies(kind, new Submission.Unknown("connection reset"), booked());
    }

    /** The next instruction of this kind is lost before it arrives. */
    public ScriptedOrders losesOrder(MovementKind kind) {
        return replies(kind, new Submission.Unknown("connection reset"));
    }

    /** The next inquiry about this kind finds this. */
    public ScriptedOrders finds(MovementKind kind, InquiryResult result) {
        queue(inquiryResults, kind).add((_, _) -> result);
        return this;
    }

    /** Every inquiry about this kind finds this, once the script is used up. */
    public ScriptedOrders alwaysFinds(MovementKind kind, InquiryResult result) {
        lastResults.put(kind, (_, _) -> result);
        return this;
    }

    /** From now on inquiries tell what is kept. */
    public ScriptedOrders tellsTheTruth(MovementKind kind) {
        lastResults.remove(kind);
        return this;
    }

    /** What really moved, by key: never the same key twice. */
    public synchronized List<InstructionKey> executed() {
        return List.copyOf(executed);
    }

    /** Every exchange, such as {@code instruct collection/1}. */
    public synchronized List<String> exchanges() {
        return List.copyOf(exchanges);
    }

    public synchronized Submission instruct(MovementKind kind, InstructionKey key) {
        exchanges.add("instruct " + kind.code() + "/" + key.attempt());
        Function<InstructionKey, Submission> reply = queue(replies, kind).poll();
        if (reply != null) {
            return reply.apply(key);
        }
        keep(key, booked());
        return kept.get(key) instanceof InquiryResult.Rejected(Reason reason)
                ? new Submission.Rejected(reason)
                : new Submission.Taken("ref-" + key.attempt());
    }

    public synchronized InquiryResult inquire(MovementKind kind, InstructionKey key) {
        exchanges.add("inquire " + kind.code() + "/" + key.attempt());
        InquiryResult truth = kept.getOrDefault(key, new InquiryResult.NotFound());
        BiFunction<InstructionKey, InquiryResult, InquiryResult> next =
                queue(inquiryResults, kind).poll();
        return next == null
                ? lastResults.getOrDefault(kind, (_, found) -> found).apply(key, truth)
                : next.apply(key, truth);
    }

    /** Booked, not settled. */
    public static InquiryResult.Booked booked() {
        return new InquiryResult.Booked("ref", Instant.parse("2026-11-21T12:00:01Z"), null);
    }

    private void keep(InstructionKey key, InquiryResult result) {
        if (kept.putIfAbsent(key, result) == null && result instanceof InquiryResult.Booked) {
            executed.add(key);
        }
    }

    private static <T> Queue<T> queue(Map<MovementKind, Queue<T>> scripts, MovementKind kind) {
        return scripts.computeIfAbsent(kind, _ -> new ArrayDeque<>());
    }
}
