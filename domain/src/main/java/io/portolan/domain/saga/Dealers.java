package io.portolan.domain.saga;

import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Terms;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** In which order a payment asks its dealers: those first that have turned it away least often, then in the order of its route. */
final class Dealers {
    private final List<String> route;
    private final Map<String, Integer> turnedAway = new HashMap<>();

    private Dealers(Payment payment) {
        route = payment.route().dealers();
        payment.state().instructions().stream()
                .filter(Dealers::isTurnedAway)
                .forEach(each -> turnedAway.merge(dealerOf(payment, each), 1, Integer::sum));
    }

    static Dealers of(Payment payment) {
        return new Dealers(payment);
    }

    List<String> inOrder() {
        return route.stream()
                .sorted(Comparator.comparing(dealer -> turnedAway.getOrDefault(dealer, 0)))
                .toList();
    }

    /** Whether one has turned the payment away less often than another: it is known that no trade was executed, so another may be asked. */
    boolean hasAnother() {
        return route.stream()
                        .map(dealer -> turnedAway.getOrDefault(dealer, 0))
                        .distinct()
                        .count()
                > 1;
    }

    private static boolean isTurnedAway(Instruction trade) {
        return trade.isRejected() && Objects.requireNonNull(trade.rejection()).remedy() == Remedy.OTHER_DEALER;
    }

    private static String dealerOf(Payment payment, Instruction trade) {
        return payment.movementOf(trade.key()).terms() instanceof Terms.Trade terms
                ? terms.dealer()
                : payment.route().dealers().getFirst();
    }
}
