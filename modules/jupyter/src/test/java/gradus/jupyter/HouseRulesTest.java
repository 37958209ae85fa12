package gradus.jupyter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of the house for this module, which is on the class path of no other. */
class HouseRulesTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("gradus.jupyter");

    @Test
    @DisplayName("the module knows neither the command line nor libraries of rooms")
    void knowsOnlyThoseBelow() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "gradus.cli..",
                        "ai.djl..",
                        "org.nd4j..",
                        "tech.tablesaw..",
                        "org.objectweb.asm..",
                        "org.slf4j..")
                .check(MODULE);
    }

    @Test
    @DisplayName("each of the two kernel libraries is known only where it belongs")
    void kernelLibraries() {
        noClasses()
                .that()
                .doNotHaveSimpleName("IJava")
                .and()
                .haveNameNotMatching(".*\\.IJava\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.spencerpark..")
                .check(MODULE);
        noClasses()
                .that()
                .resideOutsideOfPackages("gradus.jupyter.kernel..", "gradus.jupyter.guest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dflib..", "org.zeromq..")
                .check(MODULE);
    }

    @Test
    @DisplayName("packages are free of cycles")
    void packagesAreFreeOfCycles() {
        SlicesRuleDefinition.slices()
                .matching("gradus.jupyter.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MODULE);
    }
}
