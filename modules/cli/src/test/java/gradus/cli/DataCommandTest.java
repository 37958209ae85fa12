package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import gradus.datasets.Content;
import gradus.datasets.DataFile;
import gradus.datasets.DataSet;
import gradus.datasets.LicenceClass;
import gradus.datasets.Manifest;
import gradus.datasets.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner types and reads about data sets. */
class DataCommandTest {
    private static final String TEXT = "a,b\n1,2\n";
    private static final String HASH = "492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470";

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        server.createContext("/t.csv", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private DataSet set(String name, LicenceClass licenceClass, String... paths) {
        List<Source> sources = java.util.Arrays.stream(paths)
                .<Source>map(path -> new Source.Address(URI.create(address(path))))
                .toList();
        DataFile file =
                new DataFile(name + "/t.csv", List.of(new Content(TEXT.length(), HASH)), sources, "made for a test");
        return new DataSet(
                name,
                "Small numbers",
                licenceClass,
                "terms of its own",
                "https://a.b/c",
                "a book",
                "cm",
                List.of(file));
    }

    private Terminal terminal() {
        return new Terminal(folder.resolve("workspace"))
                .with("GRADUS_DATA", folder.resolve("data").toString())
                .with(new Manifest(List.of(
                        set("free", LicenceClass.A, "/t.csv"),
                        set("shared", LicenceClass.B, "/t.csv"),
                        set("closed", LicenceClass.C, "/t.csv"),
                        set("gone", LicenceClass.A, "/gone"),
                        set("own", LicenceClass.A))));
    }

    private Path file(String set) {
        return folder.resolve("data/" + set + "/t.csv");
    }

    private static JsonObject json(Terminal terminal) {
        return JsonParser.parseString(terminal.out()).getAsJsonObject();
    }

    /** What was said, as if the terminal were wide. */
    private static String unwrapped(Terminal terminal) {
        return terminal.out().replaceAll("\\s+", " ");
    }

    @Test
    void fetchBringsAFileAndShowsItsLicence() throws IOException {
        Terminal terminal = terminal();

        assertEquals(0, terminal.run("data", "fetch", "shared"), terminal.out() + terminal.err());
        assertEquals("""
                shared  Small numbers
                  Licence: terms of its own (https://a.b/c).
                  fetched        8 bytes  shared/t.csv
                """, terminal.out());
        assertEquals("", terminal.err());
        assertEquals(TEXT, Files.readString(file("shared")));

        assertEquals(0, terminal.run("data", "fetch", "shared"));
        assertTrue(terminal.out().contains("  here           8 bytes  shared/t.csv"), terminal.out());
    }

    @Test
    void onATerminalProgressIsShownAndWipedOut() {
        Terminal terminal = terminal().typing("");

        assertEquals(0, terminal.run("data", "fetch", "free"));
        assertTrue(terminal.err().startsWith("\r  100 %  8 bytes of 8 bytes  free/t.csv"), terminal.err());
        assertTrue(terminal.err().endsWith("\r"), terminal.err());
        assertFalse(terminal.out().contains("%"), terminal.out());
    }

    @Test
    void fetchAsJson() {
        Terminal terminal = terminal();

        assertEquals(1, terminal.run("data", "fetch", "free", "gone", "own", "--json"));
        assertEquals(
                "[{\"name\":\"free\",\"files\":[{\"path\":\"free/t.csv\",\"bytes\":8,\"arrival\":\"fetched\"}],"
                        + "\"ok\":true,\"message\":\"\"},"
                        + "{\"name\":\"gone\",\"files\":[],\"ok\":false,\"message\":\"gone/t.csv could not be fetched. "
                        + address("/gone") + ": HTTP 404.\"},"
                        + "{\"name\":\"own\",\"files\":[{\"path\":\"own/t.csv\",\"bytes\":8,\"arrival\":\"not-offered\"}],"
                        + "\"ok\":false,\"message\":\"Nobody offers own: let GRADUS_DATA name a folder that holds it.\"}]",
                json(terminal).getAsJsonArray("sets").toString());
    }

    @Test
    void whatCannotBeFetchedIsSaidSo() {
        Terminal terminal = terminal();

        assertEquals(1, terminal.run("data", "fetch", "gone"));
        assertTrue(
                unwrapped(terminal).contains("gone/t.csv could not be fetched. " + address("/gone") + ": HTTP 404."),
                terminal.out());
        assertEquals(1, terminal.run("data", "fetch", "own"));
        assertTrue(
                terminal.out().endsWith("  Nobody offers own: let GRADUS_DATA name a folder that holds it.\n"),
                terminal.out());
    }

    @Test
    void classCIsFetchedAfterItsTermsAreAccepted() {
        Terminal terminal = terminal();

        assertEquals(1, terminal.run("data", "fetch", "closed"));
        assertTrue(unwrapped(terminal).contains("'gradus data accept closed' does that."), terminal.out());
        assertFalse(Files.exists(file("closed")));

        assertEquals(2, terminal.run("data", "accept", "closed"));
        assertEquals(
                "The terms of closed: terms of its own (https://a.b/c). To accept them, add --yes.",
                terminal.err().strip());
        assertEquals(1, terminal().typing("\n").run("data", "accept", "closed"));
        assertEquals(1, terminal.run("data", "fetch", "closed"));

        Terminal asked = terminal().typing("y\n");
        assertEquals(0, asked.run("data", "accept", "closed"));
        assertTrue(
                asked.out()
                        .startsWith(
                                "closed, Small numbers.\nTerms: terms of its own (https://a.b/c).\nSource: a book.\n"
                                        + "Do you accept these terms? [y/N] Accepted. './gradus data fetch closed' gets it."),
                asked.out());
        assertEquals(0, terminal.run("data", "fetch", "closed"));
        assertTrue(Files.exists(file("closed")));

        assertEquals(0, terminal.run("data", "accept", "closed"));
        assertEquals("You have accepted the terms of closed already.\n", terminal.out());
    }

    @Test
    void acceptAsJson() {
        Terminal terminal = terminal();

        assertEquals(0, terminal.run("data", "accept", "closed", "free", "--yes", "--json"));
        assertEquals(
                "[{\"name\":\"closed\",\"class\":\"C\",\"terms\":\"terms of its own\",\"accepted\":true},"
                        + "{\"name\":\"free\",\"class\":\"A\",\"terms\":\"terms of its own\",\"accepted\":true}]",
                json(terminal).getAsJsonArray("sets").toString());
        assertEquals(0, terminal.run("data", "accept", "free"));
        assertEquals("free needs no consent. Licence: terms of its own (https://a.b/c).\n", terminal.out());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidSo() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Terminal terminal =
                terminal().with("GRADUS_DATA", folder.resolve("file").toString());

        assertEquals(1, terminal.run("data", "accept", "closed", "--yes"));
        assertTrue(terminal.err().contains("cannot be written: "), terminal.err());
        assertEquals(1, terminal.run("data", "fetch", "free"));
        assertTrue(unwrapped(terminal).contains("cannot be written: "), terminal.out());
    }

    @Test
    void verifyFindsWhatIsDamagedAndFetchMendsIt() throws IOException {
        Terminal terminal = terminal();
        terminal.run("data", "fetch", "free", "shared");

        assertEquals(0, terminal.run("data", "verify"));
        assertTrue(terminal.out().startsWith("2 of 2 files of 2 sets in " + folder), terminal.out());

        Files.writeString(file("free"), "a,b\n1,3\n");
        assertEquals(1, terminal.run("data", "verify"));
        assertTrue(terminal.out().startsWith("  differs  free/t.csv\n1 of 2 files of 2 sets"), terminal.out());
        assertEquals(1, terminal.run("data", "fetch", "free"));
        assertTrue(unwrapped(terminal).contains("differs from the published file."), terminal.out());
        assertEquals("a,b\n1,3\n", Files.readString(file("free")));

        assertEquals(0, terminal.run("data", "fetch", "free", "--replace"));
        assertEquals(TEXT, Files.readString(file("free")));
        assertEquals(0, terminal.run("data", "verify", "free"));
    }

    @Test
    void verifyOfANamedSetWantsIt() {
        Terminal terminal = terminal();

        assertEquals(0, terminal.run("data", "verify"));
        assertEquals(1, terminal.run("data", "verify", "free"));
        assertTrue(terminal.out().startsWith("  absent   free/t.csv\n0 of 1 file of 1 set in "), terminal.out());
        assertEquals(1, terminal.run("data", "verify", "free", "--json"));
        assertEquals(
                "[{\"path\":\"free/t.csv\",\"presence\":\"absent\"}]",
                json(terminal).getAsJsonArray("files").toString());
        assertFalse(json(terminal).get("ok").getAsBoolean());
    }

    @Test
    void listSaysWhatIsHere() {
        Terminal terminal = terminal();
        terminal.run("data", "fetch", "free");

        assertEquals(0, terminal.run("data", "list"));
        assertTrue(
                terminal.out().contains("free                 A         1/1      8 bytes  Small numbers\n"),
                terminal.out());
        assertTrue(
                terminal.out().contains("own                  A         0/1  not offered  Small numbers\n"),
                terminal.out());
        assertTrue(terminal.out().contains("Files of 1 of 5 sets are in "), terminal.out());

        assertEquals(0, terminal.run("data", "list", "closed"));
        assertEquals("""
                closed  Small numbers
                  class    C, restricted or unclear terms, which you accept before it is fetched
                  licence  terms of its own (https://a.b/c)
                  source   a book
                  units    cm
                  absent   closed/t.csv, 8 bytes (made for a test)

                """, terminal.out());

        assertEquals(0, terminal.run("data", "list", "free", "--json"));
        JsonObject set = json(terminal).getAsJsonArray("sets").get(0).getAsJsonObject();
        assertEquals("cm", set.get("units").getAsString());
        assertEquals(
                "{\"path\":\"free/t.csv\",\"bytes\":8,\"presence\":\"present\",\"offered\":true,\"note\":\"made for a test\"}",
                set.getAsJsonArray("files").get(0).toString());
    }

    @Test
    void theLabsOwnSetsAreListed() {
        Terminal terminal = new Terminal(folder.resolve("workspace")).with("GRADUS_DATA", folder.toString());

        assertEquals(0, terminal.run("data", "list", "--json"));
        assertEquals(66, json(terminal).getAsJsonArray("sets").size());
        assertEquals(0, terminal.run("data", "list"));
        assertTrue(terminal.out().lines().allMatch(line -> line.length() <= 100), terminal.out());
        assertTrue(terminal.out().contains("Files of 0 of 66 sets are in "), terminal.out());
    }

    @Test
    void unknownSetsGetTheNearestNames() {
        Terminal terminal = terminal();

        assertEquals(2, terminal.run("data", "fetch", "free", "shraed"));
        assertEquals(
                "There is no data set 'shraed'. Did you mean shared? './gradus data list' lists all sets.",
                terminal.err().strip());
        assertFalse(Files.exists(file("free")));
        for (String command : List.of("list", "verify", "accept")) {
            assertEquals(2, terminal.run("data", command, "x"));
            assertEquals(
                    "There is no data set 'x'. './gradus data list' lists all sets.",
                    terminal.err().strip());
        }
        assertEquals(2, terminal.run("data"));
        assertTrue(terminal.err().contains("'./gradus data fetch SET' gets one"), terminal.err());
        assertEquals(2, terminal.run("data", "fetch"));
        assertTrue(terminal.err().startsWith("Missing required parameter: 'SET'"), terminal.err());
    }

    @Test
    void doctorCountsTheSets() {
        Terminal terminal = terminal();
        terminal.run("data", "fetch", "free");

        terminal.run("doctor");
        assertTrue(terminal.out().contains("files of 1 of 5 sets in " + folder.resolve("data")), terminal.out());
    }
}
