package io.portolan.console.payment;

import io.portolan.console.words.Moment;
import io.portolan.console.words.Span;
import io.portolan.console.words.Steps;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.operations.BankCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One exchange with a bank, and which one it was of its instruction. */
record CallView(
        Moment started, String instruction, String operation, int number, String took, String outcome, String detail) {

    static List<CallView> of(List<BankCall> calls, Instant now) {
        Map<InstructionKey, Integer> numbers = new HashMap<>();
        List<CallView> views = new ArrayList<>();
        for (BankCall call : calls) {
            views.add(of(call, numbers.merge(call.key(), 1, Integer::sum), now));
        }
        return List.copyOf(views);
    }

    private static CallView of(BankCall call, int number, Instant now) {
        return new CallView(
                new Moment(call.startedAt(), now),
                "%s, attempt %d"
                        .formatted(Steps.title(call.key().step()), call.key().attempt()),
                word(call.operation()),
                number,
                call.operation() == BankCall.Operation.CALLBACK ? "" : Span.say(call.took()),
                call.outcome(),
                call.detail());
    }

    private static String word(BankCall.Operation operation) {
        return switch (operation) {
            case INSTRUCT -> "We instructed";
            case INQUIRE -> "We inquired";
            case CALLBACK -> "The bank called";
        };
    }
}
