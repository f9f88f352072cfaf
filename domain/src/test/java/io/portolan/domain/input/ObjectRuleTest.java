package io.portolan.domain.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObjectRuleTest {
    private static final ObjectRule ADDRESS = ObjectRule.empty()
            .required("street", TextRule.nonBlankUpTo(5))
            .orElse("structured", "An address has a street.");
    private static final OneOfRule ACCOUNT = OneOfRule.of(
            "form",
            "Either iban or number.",
            ObjectRule.empty().required("iban", TextRule.nonBlankUpTo(5)),
            ObjectRule.empty().required("number", TextRule.nonBlankUpTo(5)).required("bank", TextRule.nonBlankUpTo(5)));
    private static final ObjectRule PARTY = ObjectRule.empty()
            .required("name", TextRule.nonBlankUpTo(5))
            .required("account", ACCOUNT)
            .optional("address", ADDRESS)
            .optional("notes", new TextsRule(2, TextRule.nonBlankUpTo(3), TextRule.possiblyEmptyUpTo(3)));

    @Test
    void reportsEverythingAtOnce() {
        Map<String, Object> party = Map.of(
                "account", Map.of("number", "123456"),
                "address", Map.of("lines", List.of("x")),
                "a/b~c", 1);

        assertThat(placesIn(party))
                .containsExactlyInAnyOrder(
                        "/name required",
                        "/account/number text-length",
                        "/account/bank required",
                        "/address/street required",
                        "/address/lines structured",
                        "/a~1b~0c unknown-field");
    }

    @Test
    void takesNullForAbsent() {
        Map<String, @Nullable Object> party = new HashMap<>();
        party.put("name", null);
        party.put("account", Map.of("iban", "X"));
        party.put("address", null);

        assertThat(placesIn(party)).containsExactly("/name required");
    }

    @Test
    void rejectsAnotherFormThanAnObject() {
        assertThat(placesIn(Map.of("name", "a", "account", 7, "address", "x", "notes", List.of())))
                .containsExactlyInAnyOrder("/account type", "/address structured", "/notes type");
    }

    @Test
    void rejectsAnObjectOfNoneOrSeveralOfItsForms() {
        assertThat(placesIn(Map.of("name", "a", "account", Map.of()))).containsExactly("/account form");
        assertThat(placesIn(Map.of("name", "a", "account", Map.of("iban", "X", "bank", "A"))))
                .containsExactly("/account form");
    }

    @Test
    void looksAtNamesAndTextsOfTheSendersChoice() {
        assertThat(placesIn(partyWithNotes(Map.of("a", "", "b", "ok")))).isEmpty();
        assertThat(placesIn(partyWithNotes(Map.of("long", "long"))))
                .containsExactly("/notes/long text-length", "/notes/long text-length");
        assertThat(placesIn(partyWithNotes(Map.of("a", 1)))).containsExactly("/notes/a type");
        assertThat(placesIn(partyWithNotes(Map.of("a", "1", "b", "2", "c", "3"))))
                .containsExactly("/notes too-many");
    }

    @Test
    void cutsAVeryLongNameShort() {
        assertThat(placesIn(Map.of("name", "a", "account", Map.of("iban", "X"), "x".repeat(500), 1)))
                .containsExactly("/" + "x".repeat(100) + "… unknown-field");
    }

    @Test
    void comparesFields() {
        ObjectRule sides = ObjectRule.empty()
                .required("a", TextRule.nonBlankUpTo(5))
                .required("b", TextRule.nonBlankUpTo(5))
                .comparing(input -> input.text("a").equals(input.text("b"))
                        ? List.of(new Violation("/b", "same", "Must differ."))
                        : List.of());

        assertThat(sides.violationsOf(new Input(Map.of("a", "x", "b", "x"))))
                .extracting(Violation::rule)
                .containsExactly("same");
        assertThat(sides.violationsOf(new Input(Map.of("a", "x", "b", "y")))).isEmpty();
    }

    @Test
    void keepsWhatWasSentOutOfLogs() {
        assertThat(new Input(Map.of("name", "Li Wei"))).hasToString("Input of 1 fields");
    }

    private static Map<String, Object> partyWithNotes(Map<String, Object> notes) {
        return Map.of("name", "a", "account", Map.of("iban", "X"), "notes", notes);
    }

    private static List<String> placesIn(Map<String, ?> party) {
        return PARTY.violationsOf(new Input(party)).stream()
                .map(violation -> violation.pointer() + " " + violation.rule())
                .toList();
    }
}
