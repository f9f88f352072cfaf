package io.portolan.console.actions;

import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person typed into an action's form, field by field, so that nothing of it is lost when the action does not go through. */
public record ActionForm(Map<String, String> fields) {
    static final String ACTION_ID = "actionId";
    static final String REASON = "reason";
    static final String VERDICT = "verdict";
    static final String PAYEE_NAME = "payeeName";
    static final String IBAN = "iban";
    static final String ACCOUNT_NUMBER = "number";
    static final String BANK = "bank";
    static final String STREET = "street";
    static final String BUILDING = "building";
    static final String POSTAL_CODE = "postalCode";
    static final String CITY = "city";
    static final String COUNTRY = "country";

    private static final List<String> FIELDS = List.of(
            ACTION_ID,
            REASON,
            VERDICT,
            PAYEE_NAME,
            IBAN,
            ACCOUNT_NUMBER,
            BANK,
            STREET,
            BUILDING,
            POSTAL_CODE,
            CITY,
            COUNTRY);
    private static final String EXECUTED = "EXECUTED";
    private static final Set<String> VERDICTS = Set.of(EXECUTED, "NOT_EXECUTED");
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_REASON_LENGTH = 500;

    public ActionForm {
        fields = Map.copyOf(fields);
    }

    /** Keeps the known fields only, without the space around them. */
    static ActionForm of(Map<String, String> parameters) {
        return new ActionForm(parameters.entrySet().stream()
                .filter(field -> FIELDS.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> truncate(field.getValue()))));
    }

    /** An untouched form with this action id. */
    static ActionForm empty(String actionId) {
        return new ActionForm(Map.of(ACTION_ID, actionId));
    }

    /** Empty where nothing was typed. */
    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The decision that the form asks for; call it only if there are no mistakes. */
    Decision decision(Action deed, DecisionHeader header) {
        return switch (deed) {
            case RETRY -> new Decision.Retry(header);
            case COMPENSATE -> new Decision.Compensate(header);
            case CANCEL -> new Decision.Cancel(header);
            case RESOLVE ->
                value(VERDICT).equals(EXECUTED)
                        ? new Decision.ResolveExecuted(header)
                        : new Decision.ResolveNotExecuted(header);
        };
    }

    /** What is wrong with the fields that every action has, by field. */
    Map<String, String> validate(Action deed) {
        Map<String, String> mistakes = new HashMap<>();
        if (!value(ACTION_ID).matches("[A-Za-z0-9_-]{1,64}")) {
            mistakes.put(ACTION_ID, "The form has lost its id. Load the page again and repeat what you did.");
        }
        if (value(REASON).isEmpty()) {
            mistakes.put(REASON, deed == Action.RESOLVE ? "Say what proves it." : "Give a reason.");
        } else if (value(REASON).length() > MAX_REASON_LENGTH) {
            mistakes.put(
                    REASON,
                    "Say it in at most 500 characters; these are "
                            + value(REASON).length() + ".");
        }
        if (deed == Action.RESOLVE && !VERDICTS.contains(value(VERDICT))) {
            mistakes.put(VERDICT, "Choose what the evidence proves.");
        }
        return mistakes;
    }

    private static String truncate(String value) {
        String stripped = value.strip();
        return stripped.length() <= MAX_LENGTH ? stripped : stripped.substring(0, MAX_LENGTH);
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Typed[" + value(ACTION_ID) + "]";
    }
}
