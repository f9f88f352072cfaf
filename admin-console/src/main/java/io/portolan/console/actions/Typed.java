package io.portolan.console.actions;

import io.portolan.workflows.payment.Resolution;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person typed into an action's form, field by field, so that nothing of it is lost when the action does not go through. */
public record Typed(Map<String, String> fields) {
    static final String ACTION_ID = "actionId";
    static final String REASON = "reason";
    static final String VERDICT = "verdict";
    static final String NAME = "payeeName";
    static final String IBAN = "iban";
    static final String NUMBER = "number";
    static final String BANK = "bank";
    static final String STREET = "street";
    static final String BUILDING = "building";
    static final String POSTAL_CODE = "postalCode";
    static final String CITY = "city";
    static final String COUNTRY = "country";

    private static final List<String> KNOWN =
            List.of(ACTION_ID, REASON, VERDICT, NAME, IBAN, NUMBER, BANK, STREET, BUILDING, POSTAL_CODE, CITY, COUNTRY);
    private static final int LONGEST = 2_000;
    private static final int LONGEST_REASON = 500;

    public Typed {
        fields = Map.copyOf(fields);
    }

    /** Keeps the known fields only, without the space around them. */
    static Typed of(Map<String, String> parameters) {
        return new Typed(parameters.entrySet().stream()
                .filter(field -> KNOWN.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> cut(field.getValue()))));
    }

    /** An untouched form with this action id. */
    static Typed untouched(String actionId) {
        return new Typed(Map.of(ACTION_ID, actionId));
    }

    /** Empty where nothing was typed. */
    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /** What the evidence is said to prove, if that was said. */
    Optional<Resolution.Verdict> verdict() {
        return Arrays.stream(Resolution.Verdict.values())
                .filter(verdict -> verdict.name().equals(value(VERDICT)))
                .findFirst();
    }

    /** What is wrong with the fields that every action has, by field. */
    Map<String, String> mistakes(Deed deed) {
        Map<String, String> mistakes = new HashMap<>();
        if (!value(ACTION_ID).matches("[A-Za-z0-9_-]{1,64}")) {
            mistakes.put(ACTION_ID, "The form has lost its id. Load the page again and repeat what you did.");
        }
        if (value(REASON).isEmpty()) {
            mistakes.put(REASON, deed == Deed.RESOLVE ? "Say what proves it." : "Give a reason.");
        } else if (value(REASON).length() > LONGEST_REASON) {
            mistakes.put(
                    REASON,
                    "Say it in at most 500 characters; these are "
                            + value(REASON).length() + ".");
        }
        if (deed == Deed.RESOLVE && verdict().isEmpty()) {
            mistakes.put(VERDICT, "Choose what the evidence proves.");
        }
        return mistakes;
    }

    private static String cut(String value) {
        String stripped = value.strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Typed[" + value(ACTION_ID) + "]";
    }
}
