package io.portolan.domain.ids;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The idempotency key of one instruction, {@code <paymentId>/<plan>/<movement>/<attempt>}, fixed before it is sent. The attempt grows only when the
 * previous one is proven not executed and somebody, a policy or a person, asks for another.
 *
 * <p>With its numbers of at most two digits it fits the 35 characters of an ISO 20022 identification.
 */
public record InstructionKey(PaymentId payment, int plan, int movement, int attempt) {
    /** The most plans of a payment, movements of a plan, and attempts of a movement. */
    public static final int MOST = 99;

    private static final Pattern SHAPE = Pattern.compile("(pay_[^/]{20})/([1-9][0-9]?)/([1-9][0-9]?)/([1-9][0-9]?)");

    public InstructionKey {
        requireNumber("plan", plan);
        requireNumber("movement", movement);
        requireNumber("attempt", attempt);
    }

    /** @throws IllegalArgumentException if the text is not a key */
    public static InstructionKey parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a key is payment/plan/movement/attempt");
        }
        return new InstructionKey(
                new PaymentId(matcher.group(1)), number(matcher, 2), number(matcher, 3), number(matcher, 4));
    }

    /** The key of the next attempt of the same movement. */
    public InstructionKey next() {
        return new InstructionKey(payment, plan, movement, attempt + 1);
    }

    /** Whether both are attempts of one movement. */
    public boolean isSameMovement(InstructionKey other) {
        return payment.equals(other.payment) && plan == other.plan && movement == other.movement;
    }

    public String value() {
        return payment.value() + "/" + plan + "/" + movement + "/" + attempt;
    }

    @Override
    public String toString() {
        return value();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static void requireNumber(String what, int number) {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("a key's " + what + " is 1 to " + MOST + ", not " + number);
        }
    }
}
