package io.portolan.domain.ids;

/** The id of a payment, such as {@code pay_06E8P3W2V0K7N4QZT1XR}: also its workflow's id and the beginning of every instruction key. */
public record PaymentId(String value) {
    private static final String PREFIX = "pay_";

    public PaymentId {
        Ids.require(PREFIX, value);
    }

    public static PaymentId next() {
        return new PaymentId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
