package gradus.classroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the house for this module, which is on the class path of no other. */
class HouseRulesTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("gradus.classroom");

    /** Packages of libraries, and the packages of this module that may know them. */
    private enum Library {
        DATABASES(
                List.of("org.h2..", "com.zaxxer.hikari..", "org.postgresql..", "com.github.kagkarlsson.."),
                "gradus.classroom.grading"),
        GIT(List.of("org.eclipse.jgit.."), "gradus.classroom.intake"),
        FAST_CSV(List.of("de.siegmar.fastcsv.."), "gradus.classroom", "gradus.classroom.results.export"),
        HTML(List.of("j2html.."), "gradus.classroom.results.report", "gradus.classroom.results.export"),
        PICOCLI(List.of("picocli.."), "gradus.classroom.command");

        private final String[] packages;
        private final String[] knownIn;

        Library(List<String> packages, String... knownIn) {
            this.packages = packages.toArray(String[]::new);
            this.knownIn = knownIn;
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a library is known only where it belongs")
    void librariesAreKnownOnlyWhereTheyBelong(Library library) {
        noClasses()
                .that()
                .resideOutsideOfPackages(library.knownIn)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library.packages)
                .check(MODULE);
    }

    @Test
    @DisplayName("the module knows no other front door, no test library and no library of rooms, and does not log")
    void knowsOnlyThoseBelow() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "gradus.web..",
                        "gradus.jupyter..",
                        "gradus.checks..",
                        "org.junit..",
                        "org.objectweb.asm..",
                        "ai.djl..",
                        "org.nd4j..",
                        "tech.tablesaw..",
                        "org.slf4j..",
                        "java.util.logging..")
                .check(MODULE);
    }

    @Test
    @DisplayName("only the commands know the command line")
    void onlyCommandsKnowTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("gradus.classroom.command")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gradus.cli..")
                .check(MODULE);
    }

    @Test
    @DisplayName("packages are free of cycles")
    void packagesAreFreeOfCycles() {
        SlicesRuleDefinition.slices()
                .matching("gradus.(**)")
                .should()
                .beFreeOfCycles()
                .check(MODULE);
    }

    @Test
    @DisplayName("nobody ends the JVM, and nobody knows the standard streams")
    void speaksThroughItsConsole() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(MODULE);
        noClasses().should(GeneralCodingRules.ACCESS_STANDARD_STREAMS).check(MODULE);
    }

    @Test
    @DisplayName("a class is named after what it is")
    void classesAreNamedAfterWhatTheyAre() {
        noClasses().should().haveNameMatching(".*(Utils?|Manager|Helper)").check(MODULE);
    }

    @Test
    @DisplayName("every package is null-marked")
    void everyPackageIsNullMarked() {
        List<String> unmarked = MODULE.getPackage("gradus.classroom").getSubpackagesInTree().stream()
                .filter(each -> !each.getClasses().isEmpty() && !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertEquals(List.of(), unmarked, "these packages need a package-info.java with @NullMarked");
    }
}
