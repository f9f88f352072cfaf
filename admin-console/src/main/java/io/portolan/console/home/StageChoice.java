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

/** What the stage filter offers: one word in the address, and the stages that it stands for. */
record StageChoice(String code, String label, Set<Stage> stages) {
    private static final StageChoice ANY = new StageChoice("", "Any stage", Set.of());

    /** Any, the two groups, then every stage. */
    static final List<StageChoice> ALL = Stream.concat(
                    Stream.of(
                            ANY,
                            ofGroup("open", "All that are open", false),
                            ofGroup("ended", "All that have ended", true)),
                    Arrays.stream(Stage.values()).map(StageChoice::ofStage))
            .toList();

    static Optional<StageChoice> findByCode(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(choice -> choice.code.equals(lower)).findFirst();
    }

    private static StageChoice ofGroup(String word, String label, boolean terminal) {
        Set<Stage> stages = Arrays.stream(Stage.values())
                .filter(stage -> stage.isTerminal() == terminal)
                .collect(Collectors.toUnmodifiableSet());
        return new StageChoice(word, label, stages);
    }

    private static StageChoice ofStage(Stage stage) {
        return new StageChoice(
                stage.name().toLowerCase(Locale.ROOT), Badge.of(stage).label(), Set.of(stage));
    }
}
