package io.portolan.console.home;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentFilter;
import io.portolan.domain.payment.Stage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of the list as they stand in the address: what was typed, what it means, and what is wrong with it.
 * Public methods are for the template.
 */
final class PaymentSearch {
    private static final List<String> FIELDS = List.of("stage", "reference", "id", "from", "to");
    private static final String AFTER = "after";
    private static final int MAX_REFERENCE_LENGTH = 255;

    private final Map<String, String> input = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final String cursor;
    private final Set<Stage> stages;
    private final String reference;
    private final @Nullable PaymentId id;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final @Nullable PaymentId after;

    private PaymentSearch(Map<String, String> parameters) {
        FIELDS.forEach(
                field -> input.put(field, parameters.getOrDefault(field, "").strip()));
        cursor = parameters.getOrDefault(AFTER, "").strip();
        stages = stages();
        reference = reference();
        id = paymentId("id", input("id"));
        from = date("from");
        to = date("to");
        after = paymentId(AFTER, cursor);
        if (from != null && to != null && to.isBefore(from)) {
            errors.put("to", "The end date is before the start date.");
        }
    }

    static PaymentSearch parse(Map<String, String> parameters) {
        return new PaymentSearch(parameters);
    }

    /** What was typed into this field. */
    public String input(String field) {
        return input.getOrDefault(field, "");
    }

    /** What is wrong with this field; empty if nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Whether the search can be made. */
    public boolean isValid() {
        return errors.isEmpty();
    }

    Optional<PaymentId> id() {
        return Optional.ofNullable(id);
    }

    public boolean isFiltered() {
        return input.values().stream().anyMatch(value -> !value.isEmpty());
    }

    public boolean isFirstPage() {
        return cursor.isEmpty();
    }

    PaymentFilter filter(int limit) {
        return new PaymentFilter(
                null,
                stages,
                reference.isEmpty() ? null : reference,
                startOfDay(from),
                startOfDay(to == null ? null : to.plusDays(1)),
                after,
                limit);
    }

    /** Whether a payment that was found by its id also matches the other filters. */
    boolean matches(Payment payment) {
        PaymentFilter filter = filter(1);
        Instant created = payment.createdAt();
        return (stages.isEmpty() || stages.contains(payment.stage()))
                && (reference.isEmpty() || reference.equals(payment.order().reference()))
                && (filter.createdAfter() == null || !created.isBefore(filter.createdAfter()))
                && (filter.createdBefore() == null || created.isBefore(filter.createdBefore()));
    }

    /** The address of this page. */
    public String link() {
        return link(cursor);
    }

    /** The address of the same search, starting after this payment ({@code ""} for the newest). */
    public String link(String afterPayment) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/console");
        input.forEach((field, value) -> append(link, field, value));
        append(link, AFTER, afterPayment);
        return link.encode().toUriString();
    }

    private static void append(UriComponentsBuilder link, String name, String value) {
        if (!value.isEmpty()) {
            link.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private Set<Stage> stages() {
        Optional<StageChoice> choice = StageChoice.findByCode(input("stage"));
        if (choice.isEmpty()) {
            errors.put("stage", "Unknown stage. Choose one from the list.");
        }
        return choice.map(StageChoice::stages).orElse(Set.of());
    }

    private String reference() {
        String value = input("reference");
        if (value.length() > MAX_REFERENCE_LENGTH) {
            errors.put("reference", "An order reference has at most 255 characters.");
        }
        return value;
    }

    private @Nullable PaymentId paymentId(String field, String value) {
        if (value.isEmpty()) {
            return null;
        }
        try {
            return new PaymentId(value);
        } catch (IllegalArgumentException malformed) {
            errors.put(field, "A payment id is pay_ followed by 20 digits and capital letters.");
            return null;
        }
    }

    private @Nullable LocalDate date(String field) {
        String value = input(field);
        if (value.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            return requireSupportedYear(field, date);
        } catch (DateTimeException malformed) {
            errors.put(field, "Enter a date such as 2026-11-21.");
            return null;
        }
    }

    private @Nullable LocalDate requireSupportedYear(String field, LocalDate date) {
        if (date.getYear() >= 2000 && date.getYear() < 2100) {
            return date;
        }
        errors.put(field, "Enter a date between 2000 and 2099.");
        return null;
    }

    private static @Nullable Instant startOfDay(@Nullable LocalDate date) {
        return date == null ? null : date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
