package io.portolan.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.portolan");

    @Test
    void everyModuleIsSeen() {
        assertThat(CLASSES.stream().map(type -> type.getPackageName().split("\\.", -1)))
                .extracting(parts -> parts.length > 2 ? parts[2] : "")
                .contains(
                        "domain",
                        "workflows",
                        "activities",
                        "banks",
                        "fx",
                        "db",
                        "checkout",
                        "console",
                        "simulators",
                        "demo",
                        "app");
    }

    @Test
    void domainKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("io.portolan.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.portolan.domain..", "java..", "org.jspecify..")
                .because("the domain must read and test without any framework")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "ledger, domain",
        "workflows, domain",
        "activities, domain;workflows",
        "banks, domain",
        "fx, domain",
        "db, domain;ledger",
        "checkout, domain;workflows",
        "console, domain;workflows",
        "simulators, ''",
        "demo, domain.money;domain.party",
    })
    void aModuleKnowsOnlyWhatItsArrowsAllow(String module, String known) {
        String[] allowed = (module + ";" + known).split(";", -1);
        String[] packages = Arrays.stream(allowed)
                .filter(name -> !name.isEmpty())
                .map(name -> "io.portolan." + name + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("io.portolan." + module + "..")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("io.portolan.."))
                        .or(resideInAnyPackage(packages)))
                .because("a change inside one module must not reach into another")
                .check(CLASSES);
    }

    @Test
    void onlyTheWebModulesAndTheAppKnowSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.portolan.app..", "io.portolan.checkout..", "io.portolan.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("money is moved by code that any runtime can host")
                .check(CLASSES);
    }

    @Test
    void packagesOfTheDomainFormNoCycle() {
        slices().matching("io.portolan.domain.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingCountsMoneyInFloatingPoint() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.portolan.domain..", "io.portolan.ledger..", "io.portolan.db..", "io.portolan.banks..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Double.class, Float.class)
                .because("binary fractions lose cents")
                .check(CLASSES);
    }
}
