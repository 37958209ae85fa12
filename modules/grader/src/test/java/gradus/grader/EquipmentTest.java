package gradus.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.room.BrokenRoom;
import gradus.grader.room.Checkout;
import gradus.grader.worker.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room's code sees the libraries, flags and variables that its front matter names, and no others. */
class EquipmentTest {
    private static final String MEAN = "return sum / values.length;";
    private static final String WITH_EJML = "var a = new org.ejml.data.DMatrixRMaj(values);"
            + " return org.ejml.dense.row.CommonOps_DDRM.elementSum(a) / values.length;";

    @TempDir
    private Path folder;

    private FixtureLab lab = FixtureLab.none();

    @BeforeEach
    void openLab() throws IOException {
        lab = FixtureLab.copyTo(folder);
        Files.copy(Path.of("../../pom.xml"), folder.resolve("pom.xml"));
    }

    @Test
    void aLibraryThatIsNamedCanBeUsed() {
        lab.edit("mean", "README.md", "libraries: []", "libraries: ['org.ejml:ejml-ddense']");

        assertInstanceOf(Outcome.Passed.class, lab.check("mean", MEAN, WITH_EJML));

        lab.edit("mean", "Mean.java", MEAN, WITH_EJML);
        assertInstanceOf(Outcome.Passed.class, lab.check("mean", "", ""));
    }

    @Test
    void aLibraryThatIsNotNamedCannot() {
        Outcome.DoesNotCompile broken =
                assertInstanceOf(Outcome.DoesNotCompile.class, lab.check("mean", MEAN, WITH_EJML));

        assertTrue(broken.problems().get(0).message().contains("package org.ejml.data does not exist"));
    }

    @Test
    void theLabItselfIsNoLibrary() {
        String calls = "new gradus.checks.NumericAssertions();";

        assertInstanceOf(Outcome.DoesNotCompile.class, lab.check("mean", MEAN, calls + MEAN));
        String found = "try { Class.forName(\"gradus.grader.Judge\"); return 0; } catch (ClassNotFoundException e) { "
                + MEAN + " }";
        assertInstanceOf(Outcome.Passed.class, lab.check("mean", MEAN, found));
    }

    @Test
    void flagsAndVariablesReachTheWorker() {
        String code =
                "return \"on\".equals(System.getProperty(\"fixture\")) && \"1\".equals(System.getenv(\"FIXTURE\"))"
                        + " ? sum / values.length : 0;";

        assertEquals(2, lab.check("mean", MEAN, code).run().score());
        lab.edit("mean", "README.md", "limits:", "jvm: [-Dfixture=on, FIXTURE=1]\nlimits:");
        assertEquals(4, lab.check("mean", MEAN, code).run().score());
    }

    @Test
    void onTheCpuGpusAreHiddenFromTheWorker() {
        String code = "return \"\".equals(System.getenv(\"CUDA_VISIBLE_DEVICES\")) ? sum / values.length : 0;";
        Checkout onTheCpu = Checkout.open(folder, Device.CPU, news -> {});
        Submission submission = lab.reference("mean", MEAN, code);

        assertEquals(2, lab.check("mean", MEAN, code).run().score());
        assertEquals(
                4,
                new Judge(onTheCpu)
                        .check(lab.room("mean"), submission, Settings.quick(1))
                        .run()
                        .score());
    }

    @Test
    void aLibraryThatDoesNotExistIsNamed() {
        lab.edit("mean", "README.md", "libraries: []", "libraries: ['no.such.group:library']");

        BrokenRoom broken = assertThrows(BrokenRoom.class, () -> lab.check("mean", "", ""));
        assertTrue(String.valueOf(broken.getMessage())
                .startsWith("Maven could not find the libraries no.such.group:library. "));
    }
}
