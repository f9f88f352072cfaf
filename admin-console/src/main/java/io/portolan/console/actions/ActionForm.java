package io.portolan.console.actions;

import io.portolan.console.form.FormInput;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person typed into an action's form, field by field, so that nothing is lost if the action fails. */
public record ActionForm(Map<String, String> fields) {
    static final String ACTION_ID = "actionId";
    static final String REASON = "reason";
    /** Which way an unknown outcome is resolved: one of {@link #RESOLUTIONS}. */
    static final String RESOLUTION = "resolution";

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
            RESOLUTION,
            PAYEE_NAME,
            IBAN,
            ACCOUNT_NUMBER,
            BANK,
            STREET,
            BUILDING,
            POSTAL_CODE,
            CITY,
            COUNTRY);
    private static final Set<String> RESOLUTIONS = Set.of("resolve_executed", "resolve_not_executed");

    public ActionForm {
        fields = Map.copyOf(fields);
    }

    /** Keeps the known fields only. */
    static ActionForm of(Map<String, String> parameters) {
        return new ActionForm(parameters.entrySet().stream()
                .filter(field -> FIELDS.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> FormInput.clean(field.getValue()))));
    }

    /** A form with this action id, and nothing typed yet. */
    static ActionForm empty(String actionId) {
        return new ActionForm(Map.of(ACTION_ID, actionId));
    }

    /** Empty where nothing was typed. */
    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The decision that the form asks for; call it only if the form is valid. */
    Decision decision(Action action, DecisionHeader header) {
        return Decision.of(action == Action.RESOLVE ? value(RESOLUTION) : action.code(), header);
    }

    /** What is wrong with the fields that every action has, by field. */
    Map<String, String> validate(Action action) {
        Map<String, String> errors = new HashMap<>();
        if (!DecisionHeader.isId(value(ACTION_ID))) {
            errors.put(ACTION_ID, "This form is missing its id. Reload the page and try again.");
        }
        String reasonError = FormInput.reasonError(
                value(REASON), action == Action.RESOLVE ? "Enter the evidence." : "Enter a reason.");
        if (!reasonError.isEmpty()) {
            errors.put(REASON, reasonError);
        }
        if (action == Action.RESOLVE && !RESOLUTIONS.contains(value(RESOLUTION))) {
            errors.put(RESOLUTION, "Choose what the evidence shows.");
        }
        return errors;
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "ActionForm[" + value(ACTION_ID) + "]";
    }
}
