package io.portolan.workflows.payment;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A workflow is run again from its history, so what it decides may depend on nothing else. */
class DeterminismTest {
    private static final JavaClasses WORKFLOWS = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.portolan.workflows.payment");

    /** Accesses and not calls: a method reference is no call. */
    private static final ArchRule NO_CHANCE = noClasses()
            .should()
            .accessTargetWhere(chance())
            .because("a replay would see another clock, number or file than the first run");

    @Test
    void workflowsUseNoClockChanceThreadOrFile() {
        NO_CHANCE.check(WORKFLOWS);
    }

    @Test
    void aMethodReferenceToChanceIsFound() {
        JavaClasses careless = new ClassFileImporter().importClasses(Careless.class);

        assertThatThrownBy(() -> NO_CHANCE.check(careless)).hasMessageContaining("randomUUID");
    }

    @Test
    void workflowsKnowOnlyTheDomainAndTemporal() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.portolan.workflows.payment",
                        "io.portolan.domain..",
                        "io.temporal.workflow",
                        "io.temporal.activity",
                        "io.temporal.common",
                        "io.temporal.failure",
                        "java.lang..",
                        "java.time",
                        "java.util",
                        "java.util.function",
                        "java.util.stream",
                        "org.jspecify..")
                .because("a workflow only decides: no Spring, no database, no bank")
                .check(WORKFLOWS);
    }

    private static DescribedPredicate<JavaAccess<?>> chance() {
        DescribedPredicate<JavaClass> outside = resideInAnyPackage(
                        "java.io..", "java.nio..", "java.net..", "java.sql..", "java.util.concurrent..")
                .or(assignableTo(java.util.Random.class))
                .or(assignableTo(UUID.class))
                .or(assignableTo(Thread.class))
                .or(assignableTo(java.time.Clock.class))
                .or(assignableTo(System.class));
        return target(owner(outside))
                .or(target(owner(resideInAnyPackage("java.time"))).and(target(nameMatching("now|system.*"))))
                .or(target(owner(resideInAnyPackage("io.portolan.domain.ids"))).and(target(nameMatching("next"))))
                .or(target(owner(assignableTo(Math.class))).and(target(nameMatching("random"))))
                .as("chance");
    }

    /** What the rule is for. */
    @SuppressWarnings("unused")
    private static final class Careless {
        private final Supplier<UUID> ids = UUID::randomUUID;
    }
}
