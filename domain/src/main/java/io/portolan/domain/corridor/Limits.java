package io.portolan.domain.corridor;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The times of a corridor's payments.
 *
 * @param sending for how long after it was begun an instruction may be sent
 * @param honouring for how long after that banks may still take a copy of it: the longest time for which one of the corridor's banks honours a signature
 * @param collecting for how long the answer about a collection is awaited before a person is asked; so with the next three
 * @param unwinding the same for what goes back
 * @param repair for how long a person may correct a payee before the payment is unwound
 */
public record Limits(
        Duration sending,
        Duration honouring,
        Duration collecting,
        Duration converting,
        Duration payingOut,
        Duration unwinding,
        Duration repair) {
    public Limits {
        if (Stream.of(sending, honouring, collecting, converting, payingOut, unwinding, repair)
                .anyMatch(time -> !time.isPositive())) {
            throw new IllegalArgumentException("the times of a corridor are positive");
        }
    }
}
