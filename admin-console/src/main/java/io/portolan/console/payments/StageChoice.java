package io.portolan.console.payments;

import io.portolan.console.words.Badge;
import io.portolan.domain.payment.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the stage filter offers: one word in the address, and the stages that it stands for. */
record StageChoice(String word, String label, Set<Stage> stages) {
    private static final StageChoice ANY = new StageChoice("", "Any stage", Set.of());

    /** Any, the two groups, then every stage. */
    static final List<StageChoice> ALL = Stream.concat(
                    Stream.of(
                            ANY,
                            group("open", "All that are open", false),
                            group("ended", "All that have ended", true)),
                    Arrays.stream(Stage.values()).map(StageChoice::only))
            .toList();

    static Optional<StageChoice> find(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(choice -> choice.word.equals(lower)).findFirst();
    }

    private static StageChoice group(String word, String label, boolean terminal) {
        Set<Stage> stages = Arrays.stream(Stage.values())
                .filter(stage -> stage.isTerminal() == terminal)
                .collect(Collectors.toUnmodifiableSet());
        return new StageChoice(word, label, stages);
    }

    private static StageChoice only(Stage stage) {
        return new StageChoice(
                stage.name().toLowerCase(Locale.ROOT), Badge.of(stage).word(), Set.of(stage));
    }
}
