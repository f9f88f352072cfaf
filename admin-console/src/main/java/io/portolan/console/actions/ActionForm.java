package io.portolan.console.actions;

import io.portolan.console.form.FormInput;
import io.portolan.domain.decision.DecisionHeader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person typed into an action's form, field by field, so that nothing is lost if the action fails. */
public record ActionForm(Map<String, String> fields) {
    static final String DECISION = "decision";
    /** The payment's version that the person looked at. */
    static final String VERSION = "version";

    static final String REASON = "reason";
    /** The number of the proposed plan that an unwind runs. */
    static final String PLAN = "plan";

    /** The key of the instruction that evidence is about. */
    static final String INSTRUCTION = "instruction";

    static final String OUTCOME = "outcome";
    static final String SOURCE = "source";
    static final String REFERENCE = "reference";
    static final String AMOUNT = "amount";
    static final String VALUE_DATE = "valueDate";

    static final String PAYEE_NAME = "payeeName";
    static final String IBAN = "iban";
    static final String ACCOUNT_NUMBER = "number";
    static final String BANK = "bank";
    static final String STREET = "street";
    static final String BUILDING = "building";
    static final String POSTAL_CODE = "postalCode";
    static final String CITY = "city";
    static final String COUNTRY = "country";

    /** Made with the page, so that a form that is shown again carries new ones. */
    private static final List<String> MADE_WITH_THE_PAGE = List.of(DECISION, VERSION, INSTRUCTION, PLAN);

    private static final List<String> TYPED = List.of(
            REASON,
            OUTCOME,
            SOURCE,
            REFERENCE,
            AMOUNT,
            VALUE_DATE,
            PAYEE_NAME,
            IBAN,
            ACCOUNT_NUMBER,
            BANK,
            STREET,
            BUILDING,
            POSTAL_CODE,
            CITY,
            COUNTRY);

    public ActionForm {
        fields = Map.copyOf(fields);
    }

    /** Keeps the known fields only. */
    static ActionForm of(Map<String, String> parameters) {
        return new ActionForm(parameters.entrySet().stream()
                .filter(field -> TYPED.contains(field.getKey()) || MADE_WITH_THE_PAGE.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> FormInput.clean(field.getValue()))));
    }

    /** A form with nothing typed yet. */
    static ActionForm empty() {
        return new ActionForm(Map.of());
    }

    /** What was typed, in a form of this page: a decision id that was used is not used again. */
    ActionForm madeWith(Map<String, String> ofThePage) {
        Map<String, String> renewed = new HashMap<>(fields);
        MADE_WITH_THE_PAGE.forEach(renewed::remove);
        renewed.putAll(ofThePage);
        return new ActionForm(renewed);
    }

    /** Empty where nothing was typed. */
    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /** What is wrong with the fields that every decision has, by field. */
    Map<String, String> errors() {
        Map<String, String> errors = new HashMap<>();
        boolean complete =
                DecisionHeader.isId(value(DECISION)) && value(VERSION).matches("[0-9]{1,9}");
        if (!complete) {
            errors.put(DECISION, "This form is incomplete. Reload the page and try again.");
        }
        String reasonError = FormInput.reasonError(value(REASON), "Enter a reason.");
        if (!reasonError.isEmpty()) {
            errors.put(REASON, reasonError);
        }
        return errors;
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "ActionForm[" + value(DECISION) + "]";
    }
}
