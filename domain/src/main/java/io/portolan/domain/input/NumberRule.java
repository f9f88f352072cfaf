package io.portolan.domain.input;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole number within bounds, both inclusive. Each way to miss them may have a code of its own. */
public record NumberRule(long min, long max, Violation notWhole, Violation tooSmall, Violation tooLarge)
        implements Rule {
    /** One code for every way to miss the bounds. */
    public static NumberRule between(long min, long max) {
        Violation outside = Violation.of("number-range", "Must be a whole number from %d to %d.".formatted(min, max));
        return new NumberRule(min, max, outside, outside, outside);
    }

    @Override
    public List<Violation> violationsOf(@Nullable Object value) {
        return switch (value) {
            case Integer number -> compare(BigInteger.valueOf(number));
            case Long number -> compare(BigInteger.valueOf(number));
            case BigInteger number -> compare(number);
            case null, default -> List.of(notWhole);
        };
    }

    /**
     * Guards a constructor.
     *
     * @throws IllegalArgumentException if the number is out of bounds
     */
    public void require(String name, long number) {
        compare(BigInteger.valueOf(number)).forEach(violation -> {
            throw new IllegalArgumentException(name + ": " + violation.detail());
        });
    }

    private List<Violation> compare(BigInteger number) {
        if (number.compareTo(BigInteger.valueOf(min)) < 0) {
            return List.of(tooSmall);
        }
        return number.compareTo(BigInteger.valueOf(max)) > 0 ? List.of(tooLarge) : List.of();
    }
}
