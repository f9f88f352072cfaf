package io.portolan.benchmarks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules that the app's test of the same name checks for all other modules: nothing is built on this one, so only it sees itself. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.portolan.benchmarks");

    @Test
    void benchmarksKnowOnlyTheLedgerAndItsDatabases() {
        classes()
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("io.portolan.."))
                        .or(resideInAnyPackage(
                                "io.portolan.benchmarks..",
                                "io.portolan.domain..",
                                "io.portolan.ledger..",
                                "io.portolan.db..",
                                "io.portolan.embedded..")))
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.portolan.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
