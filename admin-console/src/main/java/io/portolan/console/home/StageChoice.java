package io.portolan.console.home;

import io.portolan.console.text.Badge;
import io.portolan.domain.payment.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A choice of the stage filter: its code in the address, and the stages that it stands for. */
record StageChoice(String code, String label, Set<Stage> stages) {
    private static final StageChoice ANY = new StageChoice("", "Any stage", Set.of());

    /** Any stage, the two groups, then every stage. */
    static final List<StageChoice> ALL = Stream.concat(
                    Stream.of(ANY, ofGroup("open", "All open", false), ofGroup("ended", "All ended", true)),
                    Arrays.stream(Stage.values()).map(StageChoice::ofStage))
            .toList();

    static Optional<StageChoice> findByCode(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(choice -> choice.code.equals(lower)).findFirst();
    }

    private static StageChoice ofGroup(String code, String label, boolean terminal) {
        Set<Stage> stages = Arrays.stream(Stage.values())
                .filter(stage -> stage.isTerminal() == terminal)
                .collect(Collectors.toUnmodifiableSet());
        return new StageChoice(code, label, stages);
    }

    private static StageChoice ofStage(Stage stage) {
        return new StageChoice(
                stage.name().toLowerCase(Locale.ROOT), Badge.of(stage).label(), Set.of(stage));
    }
}
