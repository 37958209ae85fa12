package gradus.classroom.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gradus.grader.room.Checkout;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The files with which a fleet is set up: their form, and whether the commands in them are commands. */
class FleetFilesTest {
    private static final Path FILES = Checkout.homeOf(Path.of("")).resolve("docs/fleet");
    private static final Gson GSON = new Gson();

    private static List<JsonObject> read(String name) throws IOException {
        List<JsonObject> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(Files.readString(FILES.resolve(name)))
                .forEach(document -> documents.add(GSON.toJsonTree(document).getAsJsonObject()));
        return documents;
    }

    private static JsonElement at(JsonElement element, Object... path) {
        JsonElement found = element;
        for (Object step : path) {
            found = step instanceof Integer i
                    ? found.getAsJsonArray().get(i)
                    : found.getAsJsonObject().get(String.valueOf(step));
        }
        return found;
    }

    @Test
    void kubernetesKnowsEveryWordOfItsFile() throws IOException {
        JSON known = new JSON();
        List<JsonObject> objects = read("worker.yaml");

        V1Deployment deployment = known.getGson().fromJson(objects.get(0), V1Deployment.class);
        V1NetworkPolicy policy = known.getGson().fromJson(objects.get(1), V1NetworkPolicy.class);

        var pods = deployment.getSpec().getTemplate();
        assertEquals(
                deployment.getSpec().getSelector().getMatchLabels(),
                pods.getMetadata().getLabels());
        assertEquals(
                policy.getSpec().getPodSelector().getMatchLabels(),
                pods.getMetadata().getLabels());
        assertEquals(2, objects.size());
    }

    @Test
    void kubernetesWouldNotTakeAWordItDoesNotKnow() throws IOException {
        JsonObject deployment = read("worker.yaml").get(0);
        at(deployment, "spec", "template", "spec").getAsJsonObject().addProperty("hostUser", false);

        assertThrows(
                IllegalArgumentException.class, () -> new JSON().getGson().fromJson(deployment, V1Deployment.class));
    }

    @Test
    void noWorkerIsRoot() throws IOException {
        JsonElement pod = at(read("worker.yaml").get(0), "spec", "template", "spec");

        assertTrue(at(pod, "securityContext", "runAsNonRoot").getAsBoolean());
        assertEquals(
                "[\"ALL\"]",
                at(pod, "containers", 0, "securityContext", "capabilities", "drop")
                        .toString());
        assertEquals(
                "[\"ALL\"]",
                at(read("compose.yaml").get(0), "services", "worker", "cap_drop")
                        .toString());
        assertTrue(Files.readString(FILES.resolve("Dockerfile")).contains("USER 10001"));
    }

    @Test
    void whatWorkersAreStartedWithIsUnderstood() throws IOException {
        parse(at(read("worker.yaml").get(0), "spec", "template", "spec", "containers", 0, "args"));
        parse(at(read("compose.yaml").get(0), "services", "worker", "command"));
    }

    /** The options of {@code class worker}. */
    @Command
    private static final class Options {
        @Mixin
        private QueueOptions queues = new QueueOptions();

        @Mixin
        private GradingOptions grading = new GradingOptions();
    }

    private static void parse(JsonElement arguments) {
        Options options = new Options();
        new CommandLine(options).parseArgs(GSON.fromJson(arguments, String[].class));
        assertTrue(options.queues.isShared());
        assertEquals(2, options.grading.jobs());
    }

    @Test
    @Tag("system")
    void composeTakesItsFile(@TempDir Path folder) throws Exception {
        Path file = Files.copy(FILES.resolve("compose.yaml"), folder.resolve("compose.yaml"));
        Files.writeString(folder.resolve("owner.password"), "x");
        Files.writeString(folder.resolve("worker.password"), "x");

        assertEquals("", complaint(file));
        Files.writeString(file, Files.readString(file).replace("depends_on:", "depend_on:"));
        assertNotEquals("", complaint(file));
    }

    private static String complaint(Path file) throws Exception {
        Process process = new ProcessBuilder("docker-compose", "-f", file.toString(), "config", "-q")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? said : said + "exit code " + process.exitValue();
    }
}
