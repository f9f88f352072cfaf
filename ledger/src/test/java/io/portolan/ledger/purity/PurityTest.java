package io.portolan.ledger.purity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.Decider;
import io.portolan.ledger.event.EventRow;
import io.portolan.ledger.event.Hashing;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurityTest {
    private static final String BOOK = "io.portolan.ledger.book";
    private static final String COMMAND = "io.portolan.ledger.command";
    private static final String EVENT = "io.portolan.ledger.event";
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.portolan.domain", BOOK, COMMAND, EVENT);
    private static final JavaClasses IMPURE = new ClassFileImporter().importPackages("io.portolan.ledger.purity");

    @Test
    void applyingAnEventDependsOnNothingOutside() {
        CallGraph graph = CallGraph.from(methods(Book.class, "apply"));

        assertThat(graph.impurities()).isEmpty();
        assertThat(graph.reached())
                .extracting(unit -> unit.getOwner().getName())
                .contains(
                        PostingRow.class.getName(),
                        Account.class.getName(),
                        EventRow.class.getName(),
                        Hashing.class.getName(),
                        AccountId.class.getName());
    }

    @Test
    void decidingACommandDependsOnNothingOutside() {
        CallGraph graph = CallGraph.from(methods(Decider.class, "decide"));

        assertThat(graph.impurities()).isEmpty();
    }

    @Test
    void nothingElseInTheEngineDoesEither() {
        List<JavaCodeUnit> all = ENGINE.stream()
                .filter(type -> Set.of(BOOK, COMMAND, EVENT).contains(type.getPackageName()))
                .flatMap(type -> type.getCodeUnits().stream())
                .toList();

        CallGraph graph = CallGraph.from(all);

        assertThat(graph.impurities()).isEmpty();
        assertThat(graph.reached()).containsAll(all);
    }

    @ParameterizedTest
    @CsvSource({
        "clock, java.time.Clock.systemUTC",
        "clockByReference, java.time.Instant.now",
        "clockWithinALambda, java.lang.System.currentTimeMillis",
        "clockOfACaller, java.time.InstantSource.instant",
        "clockOfTheMachine, java.lang.System.nanoTime",
        "clockInAnInitializer, java.lang.System.nanoTime",
        "clockInAText, java.lang.System.currentTimeMillis",
        "randomBehindAnInterface, java.lang.Math.random",
        "random, java.util.Random",
        "randomOfTheThread, java.util.concurrent.ThreadLocalRandom",
        "randomOfTheSystem, java.security.SecureRandom",
        "randomInAnId, java.util.UUID.randomUUID",
        "randomInAnOrder, java.util.Collections.shuffle",
        "environment, java.lang.System.getenv",
        "environment, java.lang.System.getProperty",
        "zone, java.time.ZoneId.systemDefault",
        "locale, java.util.Locale.getDefault",
        "thread, java.lang.Thread.currentThread",
        "lock, java.util.concurrent.locks.ReentrantLock",
        "reader, java.io.StringReader",
        "file, java.nio.file.Path",
        "network, java.net.URI",
        "database, java.sql.DriverManager",
        "state, io.portolan.ledger.purity.Impure$Counted.calls",
    })
    void findsEveryImpurity(String method, String impurity) {
        CallGraph graph = CallGraph.from(methods(IMPURE.get(Impure.class), method));

        assertThat(graph.impurities())
                .anyMatch(way -> way.startsWith("Impure." + method + " > ") && way.contains(impurity));
    }

    @Test
    void findsNothingWhereNothingIs() {
        CallGraph graph = CallGraph.from(methods(IMPURE.get(Impure.class), "harmless"));

        assertThat(graph.impurities()).isEmpty();
    }

    private static List<JavaMethod> methods(Class<?> type, String name) {
        return methods(ENGINE.get(type), name);
    }

    private static List<JavaMethod> methods(JavaClass type, String name) {
        List<JavaMethod> methods = type.getMethods().stream()
                .filter(method -> method.getName().equals(name))
                .toList();
        assertThat(methods).isNotEmpty();
        return methods;
    }
}
