package io.portolan.domain.ids;

/**
 * The idempotency key of one instruction: {@code <paymentId>/<step>/<attempt>}, fixed before the first attempt. The attempt grows only when the
 * previous one is proven not executed and somebody asks for a new instruction.
 */
public record InstructionKey(PaymentId payment, Step step, int attempt) {
    private static final int MOST_ATTEMPTS = 99;

    public InstructionKey {
        if (attempt < 1 || attempt > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("an attempt is 1 to 99, not " + attempt);
        }
    }

    public static InstructionKey first(PaymentId payment, Step step) {
        return new InstructionKey(payment, step, 1);
    }

    /** @throws IllegalArgumentException if the text is not a key */
    public static InstructionKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3 || !parts[2].matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException("a key is payment/step/attempt");
        }
        return new InstructionKey(new PaymentId(parts[0]), Step.parse(parts[1]), Integer.parseInt(parts[2]));
    }

    public InstructionKey next() {
        return new InstructionKey(payment, step, attempt + 1);
    }

    public String value() {
        return payment.value() + "/" + step.code() + "/" + attempt;
    }

    @Override
    public String toString() {
        return value();
    }
}
