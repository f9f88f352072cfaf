package io.portolan.domain.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The stages as a Mermaid diagram, made from {@link StageTable}: an arrow for each change of stage, with the facts that lead to it. */
final class StageDiagram {
    private StageDiagram() {}

    static String mermaid() {
        StringBuilder diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n    [*] --> ACCEPTED\n");
        for (Stage from : Stage.values()) {
            arrowsFrom(from)
                    .forEach((to, facts) -> diagram.append("    ")
                            .append(from)
                            .append(" --> ")
                            .append(to)
                            .append(": ")
                            .append(String.join(", ", facts))
                            .append('\n'));
        }
        for (Stage stage : Stage.values()) {
            if (stage.isTerminal()) {
                diagram.append("    ").append(stage).append(" --> [*]\n");
            }
        }
        return diagram.append("```").toString();
    }

    private static Map<Stage, List<String>> arrowsFrom(Stage from) {
        Map<Stage, List<String>> arrows = new TreeMap<>();
        for (Fact fact : Fact.values()) {
            if (StageTable.allows(from, fact) && StageTable.after(from, fact) != from) {
                arrows.computeIfAbsent(StageTable.after(from, fact), _ -> new ArrayList<>())
                        .add(fact.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        return arrows;
    }
}
