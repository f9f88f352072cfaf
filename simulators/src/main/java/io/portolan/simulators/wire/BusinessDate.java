package io.portolan.simulators.wire;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The business date of a requested statement. */
public final class BusinessDate {

    private BusinessDate() {}

    public static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new MalformedMessage("the date must be given as YYYY-MM-DD", e);
        }
    }
}
