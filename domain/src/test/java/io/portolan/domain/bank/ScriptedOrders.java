package io.portolan.domain.bank;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Step;
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
    private final Map<Step, Queue<Function<InstructionKey, Submission>>> replies = new EnumMap<>(Step.class);
    private final Map<Step, Queue<BiFunction<InstructionKey, InquiryResult, InquiryResult>>> inquiryResults =
            new EnumMap<>(Step.class);
    private final Map<Step, BiFunction<InstructionKey, InquiryResult, InquiryResult>> lastResults =
            new EnumMap<>(Step.class);
    private final Map<InstructionKey, InquiryResult> kept = new HashMap<>();
    private final List<InstructionKey> executed = new ArrayList<>();
    private final List<String> exchanges = new ArrayList<>();

    /** The next instruction of this step gets this answer; whatever the answer, the order is kept exactly if {@code kept} says how. */
    public ScriptedOrders replies(Step step, Submission reply, InquiryResult... keptAs) {
        queue(replies, step).add(key -> {
            List.of(keptAs).forEach(result -> keep(key, result));
            return reply;
        });
        return this;
    }

    /** The next instruction of this step is rejected for good. */
    public ScriptedOrders rejects(Step step, Reason reason) {
        return replies(step, new Submission.Rejected(reason), new InquiryResult.Rejected(reason));
    }

    /** The next instruction of this step is taken and booked, but the reply is lost. */
    public ScriptedOrders losesReply(Step step) {
        return replies(step, new Submission.Unknown("connection reset"), booked());
    }

    /** The next instruction of this step is lost before it arrives. */
    public ScriptedOrders losesOrder(Step step) {
        return replies(step, new Submission.Unknown("connection reset"));
    }

    /** The next inquiry about this step finds this. */
    public ScriptedOrders finds(Step step, InquiryResult result) {
        queue(inquiryResults, step).add((_, _) -> result);
        return this;
    }

    /** Every inquiry about this step finds this, once the script is used up. */
    public ScriptedOrders alwaysFinds(Step step, InquiryResult result) {
        lastResults.put(step, (_, _) -> result);
        return this;
    }

    /** From now on inquiries tell what is kept. */
    public ScriptedOrders tellsTheTruth(Step step) {
        lastResults.remove(step);
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

    public synchronized Submission instruct(InstructionKey key) {
        exchanges.add("instruct " + key.step().code() + "/" + key.attempt());
        Function<InstructionKey, Submission> reply = queue(replies, key.step()).poll();
        if (reply != null) {
            return reply.apply(key);
        }
        keep(key, booked());
        return kept.get(key) instanceof InquiryResult.Rejected(Reason reason)
                ? new Submission.Rejected(reason)
                : new Submission.Taken("ref-" + key.attempt());
    }

    public synchronized InquiryResult inquire(InstructionKey key) {
        exchanges.add("inquire " + key.step().code() + "/" + key.attempt());
        InquiryResult truth = kept.getOrDefault(key, new InquiryResult.NotFound());
        BiFunction<InstructionKey, InquiryResult, InquiryResult> next =
                queue(inquiryResults, key.step()).poll();
        return next == null
                ? lastResults.getOrDefault(key.step(), (_, found) -> found).apply(key, truth)
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

    private static <T> Queue<T> queue(Map<Step, Queue<T>> scripts, Step step) {
        return scripts.computeIfAbsent(step, _ -> new ArrayDeque<>());
    }
}
