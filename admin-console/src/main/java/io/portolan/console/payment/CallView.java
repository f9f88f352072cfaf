package io.portolan.console.payment;

import io.portolan.console.text.CodeText;
import io.portolan.console.text.DurationText;
import io.portolan.console.text.MovementNames;
import io.portolan.console.text.Timestamp;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.payment.Payment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One call to or from a bank, numbered within its instruction. */
record CallView(
        Timestamp startedAt,
        String instruction,
        String operation,
        int callNumber,
        String duration,
        String outcome,
        String detail) {

    static List<CallView> of(Payment payment, List<BankCall> calls, Instant now) {
        Map<InstructionKey, Integer> numbers = new HashMap<>();
        List<CallView> views = new ArrayList<>();
        for (BankCall call : calls) {
            views.add(of(payment, call, numbers.merge(call.key(), 1, Integer::sum), now));
        }
        return List.copyOf(views);
    }

    private static CallView of(Payment payment, BankCall call, int number, Instant now) {
        return new CallView(
                new Timestamp(call.startedAt(), now),
                MovementNames.title(payment, call.key()),
                label(call.operation()),
                number,
                call.operation() == BankCall.Operation.CALLBACK ? "" : DurationText.format(call.duration()),
                CodeText.format(call.outcome()),
                call.detail());
    }

    private static String label(BankCall.Operation operation) {
        return switch (operation) {
            case INSTRUCT -> "Instruction";
            case INQUIRE -> "Inquiry";
            case CALLBACK -> "Callback";
        };
    }
}
