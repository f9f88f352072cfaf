package io.portolan.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final String GENERATED = "io.portolan.db.generated";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.portolan");

    /** Or else a rule about a module that is not on the class path would hold for nothing. */
    @Test
    void everyModuleIsSeen() {
        assertThat(CLASSES.stream().map(ArchitectureTest::moduleOf).distinct())
                .containsExactlyInAnyOrder(
                        "domain",
                        "ledger",
                        "workflows",
                        "activities",
                        "banks",
                        "fx",
                        "db",
                        "embedded",
                        "operations",
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
        "fx, domain;banks.http",
        "db, domain;ledger",
        "embedded, ''",
        "checkout, domain;workflows",
        "operations, domain;workflows",
        "console, domain;workflows;operations",
        "simulators, ''",
        "demo, domain.money;domain.party;domain.payment;domain.input",
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
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void protocolsOfBanksDoNotKnowEachOther() {
        slices().matching("io.portolan.banks.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("io.portolan.banks.http.."))
                .because("a change of one bank's protocol must not reach another bank; banks.http is what they share")
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain",
                "ledger",
                "workflows",
                "activities",
                "banks",
                "fx",
                "db",
                "embedded",
                "operations",
                "checkout",
                "console",
                "simulators",
                "demo",
                "app"
            })
    void packagesOfAModuleFormNoCycle(String module) {
        slices().assignedFrom(packagesOf(module))
                .should()
                .beFreeOfCycles()
                .because("a package that can be read alone can be understood alone")
                .allowEmptyShould(true)
                .check(CLASSES);
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

    private static String moduleOf(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[2];
    }

    /** Each package is a slice, also a module's root; what jOOQ generates is one. */
    private static SliceAssignment packagesOf(String module) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                if (!(name + ".").startsWith("io.portolan." + module + ".")) {
                    return SliceIdentifier.ignore();
                }
                return SliceIdentifier.of(name.startsWith(GENERATED) ? GENERATED : name);
            }

            @Override
            public String getDescription() {
                return "packages of " + module;
            }
        };
    }
}
