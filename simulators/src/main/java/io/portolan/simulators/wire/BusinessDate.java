package io.portolan.simulators.wire;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The day that a statement is asked for. */
public final class BusinessDate {

    private BusinessDate() {}

    public static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new MalformedMessage("not a date", e);
        }
    }
}
