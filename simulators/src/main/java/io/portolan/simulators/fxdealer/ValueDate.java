package io.portolan.simulators.fxdealer;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The value date of a trade. Only weekends are known here; no country's holidays are. */
final class ValueDate {

    private static final int SPOT_DAYS = 2;

    private ValueDate() {}

    /** Two working days after the trade. */
    static LocalDate spot(Instant tradedAt) {
        var date = LocalDate.ofInstant(tradedAt, ZoneOffset.UTC);
        for (int day = 0; day < SPOT_DAYS; day++) {
            date = nextWorkingDay(date);
        }
        return date;
    }

    private static LocalDate nextWorkingDay(LocalDate date) {
        var next = date.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }
}
