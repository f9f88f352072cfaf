package io.portolan.ledger.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class IndependenceTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.portolan.ledger");

    @Test
    void theAuditSharesNothingWithTheEngine() {
        classes()
                .that()
                .resideInAPackage("io.portolan.ledger.audit..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.portolan.ledger.audit..", "io.portolan.domain..", "java..", "org.jspecify..")
                .because("a bug of the engine must not be a bug of what checks it")
                .check(CLASSES);
    }

    @Test
    void theEngineKnowsNothingOfItsAudit() {
        classes()
                .that()
                .resideOutsideOfPackage("io.portolan.ledger.audit..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("io.portolan.ledger.audit..")
                .because("whoever is checked does not look at the checker")
                .check(CLASSES);
    }
}
