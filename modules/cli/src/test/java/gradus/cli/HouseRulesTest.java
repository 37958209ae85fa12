package gradus.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import gradus.kit.astray.KitWithJUnit;
import gradus.kit.astray.LogManager;
import gradus.worker.astray.WorkerWithAsm;
import gradus.worker.astray.WorkerWithCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house that the compiler does not know. */
class HouseRulesTest {
    /** Every module, and the modules that its classes may know. */
    private static final Map<String, Set<String>> MODULES = Map.of(
            "kit", Set.of(),
            "checks", Set.of("kit"),
            "datasets", Set.of("kit"),
            "catalogue", Set.of("kit", "datasets"),
            "worker", Set.of("kit"),
            "grader", Set.of("kit", "checks", "datasets", "catalogue", "worker"),
            "cli", Set.of("kit", "datasets", "catalogue", "grader"));

    /** Packages of libraries, and the modules that may know them. */
    private enum Library {
        JUNIT(List.of("org.junit..", "org.opentest4j.."), "checks", "grader"),
        ASM(List.of("org.objectweb.asm.."), "grader"),
        XCHART(List.of("org.knowm.xchart..", "de.erichseifert.vectorgraphics2d.."), "kit", "grader", "cli"),
        FAST_CSV(List.of("de.siegmar.fastcsv.."), "datasets", "grader"),
        SNAKE_YAML(List.of("org.snakeyaml.."), "catalogue"),
        GSON(List.of("com.google.gson.."), "grader", "cli"),
        PICOCLI(List.of("picocli.."), "cli"),
        JLINE(List.of("org.jline.."), "cli"),
        /** What only a room may ask for. */
        HEAVY(List.of("ai.djl..", "org.nd4j..", "org.tribuo..", "tech.tablesaw..", "org.ejml..", "ml.dmlc..")),
        /** The lab speaks through its commands alone. */
        LOGGING(List.of("java.util.logging..", "org.slf4j.."));

        private final List<String> packages;
        private final Set<String> modules;

        Library(List<String> packages, String... modules) {
            this.packages = packages;
            this.modules = Set.of(modules);
        }

        ArchRule isKnownOnlyWhereItBelongs() {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(packagesOf(modules))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new)));
        }
    }

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("gradus");

    @Test
    @DisplayName("every module has its rule")
    void everyModuleHasItsRule() {
        Set<String> modules = new TreeSet<>();
        HOUSE.getPackage("gradus").getSubpackages().forEach(module -> modules.add(module.getRelativeName()));

        assertEquals(new TreeSet<>(MODULES.keySet()), modules);
    }

    static Stream<String> modules() {
        return MODULES.keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modules")
    @DisplayName("a module knows only the modules below it")
    void modulesKnowOnlyThoseBelow(String module) {
        knowsOnlyThoseBelow(module).check(HOUSE);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a library is known only where it belongs")
    void librariesAreKnownOnlyWhereTheyBelong(Library library) {
        library.isKnownOnlyWhereItBelongs().check(HOUSE);
    }

    @Test
    @DisplayName("packages are free of cycles")
    void packagesAreFreeOfCycles() {
        SlicesRuleDefinition.slices()
                .matching("gradus.(**)")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    @DisplayName("only Main, the daemon's client and the worker end the JVM")
    void onlyMainClientAndWorkerEndTheJvm() {
        nobodyEndsTheJvm().check(HOUSE);
    }

    @Test
    @DisplayName("only Main and the daemon's client know the standard streams")
    void onlyMainAndClientKnowTheStandardStreams() {
        nobodyUsesTheStandardStreams().check(HOUSE);
    }

    @Test
    @DisplayName("a class is named after what it is")
    void classesAreNamedAfterWhatTheyAre() {
        nobodyIsAManager().check(HOUSE);
    }

    @Test
    @DisplayName("every package is null-marked")
    void everyPackageIsNullMarked() {
        List<String> unmarked = HOUSE.getPackage("gradus").getSubpackagesInTree().stream()
                .filter(each -> !each.getClasses().isEmpty() && !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertEquals(List.of(), unmarked, "these packages need a package-info.java with @NullMarked");
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of(Library.JUNIT.isKnownOnlyWhereItBelongs(), KitWithJUnit.class),
                Arguments.of(Library.ASM.isKnownOnlyWhereItBelongs(), WorkerWithAsm.class),
                Arguments.of(knowsOnlyThoseBelow("worker"), WorkerWithCatalogue.class),
                Arguments.of(nobodyIsAManager(), LogManager.class),
                Arguments.of(Library.LOGGING.isKnownOnlyWhereItBelongs(), LogManager.class),
                Arguments.of(nobodyUsesTheStandardStreams(), LogManager.class),
                Arguments.of(nobodyEndsTheJvm(), LogManager.class));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("violations")
    @DisplayName("a rule is red when it is broken")
    void rulesAreRedWhenBroken(ArchRule rule, Class<?> astray) {
        assertTrue(rule.evaluate(new ClassFileImporter().importClasses(astray)).hasViolation());
    }

    private static ArchRule knowsOnlyThoseBelow(String module) {
        Set<String> known = new TreeSet<>(MODULES.getOrDefault(module, Set.of()));
        known.add(module);
        return noClasses()
                .that()
                .resideInAPackage("gradus." + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("gradus..").and(resideOutsideOfPackages(packagesOf(known))));
    }

    private static ArchRule nobodyEndsTheJvm() {
        return noClasses()
                .that()
                .haveNameNotMatching("gradus\\.(cli\\.Main|worker\\.Worker)")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class);
    }

    private static ArchRule nobodyUsesTheStandardStreams() {
        return noClasses()
                .that()
                .haveNameNotMatching("gradus\\.cli\\.(Main|daemon\\.Client)")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    }

    private static ArchRule nobodyIsAManager() {
        return noClasses().should().haveNameMatching(".*(Utils?|Manager|Helper)");
    }

    private static String[] packagesOf(Set<String> modules) {
        return modules.stream().map(module -> "gradus." + module + "..").toArray(String[]::new);
    }
}
