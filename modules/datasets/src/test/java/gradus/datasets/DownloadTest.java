package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.datasets.Download.Arrival;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DownloadTest {
    private static final String PATH = "small/numbers.bin";

    private final byte[] content = new byte[300_000];
    private Host host;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        new Random(1).nextBytes(content);
        host = new Host();
    }

    @AfterEach
    void close() {
        host.close();
    }

    private Path target() {
        return folder.resolve(PATH);
    }

    private Path part() {
        return folder.resolve(PATH + ".part");
    }

    private DataFile file(String... paths) {
        return Sets.file(PATH, content, Arrays.stream(paths).map(host::address).toArray(String[]::new));
    }

    private Arrival fetch(DataFile file) throws DownloadFailed {
        return fetch(Sets.set(LicenceClass.A, file), Progress.NONE);
    }

    private Arrival fetch(DataSet set, Progress progress) throws DownloadFailed {
        return new Download(new DataFolder(folder), Duration.ofSeconds(2))
                .fetch(set, set.files().get(0), false, progress);
    }

    private String failure(DataFile file) {
        return failure(Sets.set(LicenceClass.A, file));
    }

    private String failure(DataSet set) {
        return String.valueOf(assertThrows(DownloadFailed.class, () -> fetch(set, Progress.NONE))
                .getMessage());
    }

    private void assertFetched() throws IOException {
        assertArrayEquals(content, Files.readAllBytes(target()));
        assertFalse(Files.exists(part()));
    }

    private void leavePart(int bytes) throws IOException {
        Files.createDirectories(part().getParent());
        Files.write(part(), Arrays.copyOf(content, bytes));
    }

    @Test
    void aFileArrivesOnceAndTellsHowFarItIs() throws IOException {
        host.file("/a", content);
        List<Long> heard = new ArrayList<>();
        DataSet set = Sets.set(LicenceClass.A, file("/a"));

        assertEquals(Arrival.FETCHED, fetch(set, (bytes, total) -> {
            assertEquals(content.length, total);
            heard.add(bytes);
        }));
        assertFetched();
        assertEquals(content.length, heard.get(heard.size() - 1));
        assertEquals(heard.stream().sorted().toList(), heard);

        assertEquals(Arrival.PRESENT, fetch(set, Progress.NONE));
        assertEquals(List.of("/a"), host.requests());
    }

    @Test
    void aBrokenConnectionIsTakenUpWhereItBroke() throws IOException {
        host.breaking("/a", content, 120_000);

        fetch(file("/a"));

        assertFetched();
        assertEquals(List.of("/a", "/a bytes=120000-", "/a bytes=240000-"), host.requests());
    }

    @Test
    void whatALaterCallFindsOfAnEarlierOneIsGoneOnWith() throws IOException {
        leavePart(250_000);
        host.file("/a", content);
        List<Long> heard = new ArrayList<>();

        fetch(Sets.set(LicenceClass.A, file("/a")), (bytes, total) -> heard.add(bytes));

        assertFetched();
        assertEquals(List.of("/a bytes=250000-"), host.requests());
        assertTrue(heard.get(0) > 250_000);
    }

    @Test
    void aPartThatIsWholeNeedsNoNetwork() throws IOException {
        leavePart(content.length);

        fetch(file("/nothing-here"));

        assertFetched();
        assertEquals(List.of(), host.requests());
    }

    @Test
    void aPartOfAnotherFileIsThrownAway() throws IOException {
        leavePart(0);
        Files.write(part(), new byte[1000]);
        host.file("/a", content);

        fetch(file("/a"));

        assertFetched();
        assertEquals(List.of("/a bytes=1000-", "/a"), host.requests());
    }

    @Test
    void aServerThatIgnoresRangesGivesTheWhole() throws IOException {
        leavePart(1000);
        host.on("/a", exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        });

        fetch(file("/a"));

        assertFetched();
    }

    @Test
    void aServerThatAnswersAnotherRangeIsAskedForTheWhole() throws IOException {
        leavePart(1000);
        host.on("/a", exchange -> {
            int start = Host.start(exchange);
            exchange.getResponseHeaders().add("Content-Range", "bytes 500-299999/300000");
            exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length);
            exchange.getResponseBody().write(content);
        });

        fetch(file("/a"));

        assertFetched();
        assertEquals(List.of("/a bytes=1000-", "/a"), host.requests());
    }

    @Test
    void aRangeBeyondTheEndIsAskedAnew() throws IOException {
        leavePart(1000);
        host.on("/a", exchange -> {
            boolean isPart = Host.start(exchange) > 0;
            exchange.sendResponseHeaders(isPart ? 416 : 200, isPart ? -1 : content.length);
            if (!isPart) {
                exchange.getResponseBody().write(content);
            }
        });

        fetch(file("/a"));

        assertFetched();
    }

    @Test
    void theNextAddressIsTriedAfterAFault() throws IOException {
        byte[] wrong = content.clone();
        wrong[7] ^= 1;
        host.status("/gone", 404)
                .file("/short", Arrays.copyOf(content, 5))
                .file("/wrong", wrong)
                .on("/endless", exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(content);
                    }
                })
                .file("/right", content);

        fetch(file("/gone", "/short", "/wrong", "/endless", "/right"));

        assertFetched();
        assertEquals(List.of("/gone", "/short", "/wrong", "/endless", "/right"), host.requests());
    }

    @Test
    void whenNoAddressHelpsEachIsNamedWithItsReason() throws IOException {
        byte[] wrong = content.clone();
        wrong[7] ^= 1;
        host.status("/gone", 404)
                .file("/short", Arrays.copyOf(content, 5))
                .file("/wrong", wrong)
                .on("/endless", exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(content);
                    }
                });

        assertEquals(
                "small/numbers.bin could not be fetched. " + host.address("/gone") + ": HTTP 404. "
                        + host.address("/short") + ": gives another file: it has 5 bytes, not 300000. "
                        + host.address("/wrong") + ": gives another file: its SHA-256 is not the published one. "
                        + host.address("/endless") + ": gives another file: it goes on after 300000 bytes.",
                failure(file("/gone", "/short", "/wrong", "/endless")));
        assertFalse(Files.exists(target()));
        assertFalse(Files.exists(part()));
    }

    @Test
    void aConnectionThatNeverBringsTheRestKeepsWhatCame() throws IOException {
        host.on("/a", exchange -> {
            if (Host.start(exchange) > 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content, 0, 1000);
                exchange.getResponseBody().flush();
            }
        });

        assertEquals(
                "small/numbers.bin could not be fetched. " + host.address("/a")
                        + ": HTTP 503. What has arrived is kept: the same command goes on from there.",
                failure(file("/a")));
        assertArrayEquals(Arrays.copyOf(content, 1000), Files.readAllBytes(part()));
        assertFalse(Files.exists(target()));
    }

    @Test
    void aServerThatFallsSilentIsLeft() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        host.on("/silent", exchange -> {
                    exchange.sendResponseHeaders(200, content.length);
                    exchange.getResponseBody().write(content, 0, 1000);
                    exchange.getResponseBody().flush();
                    await(never);
                })
                .on("/mute", exchange -> await(never));

        String message = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> failure(file("/silent", "/mute")));

        assertEquals(
                "small/numbers.bin could not be fetched. " + host.address("/silent") + ": said nothing for 2 s. "
                        + host.address("/mute")
                        + ": said nothing for 2 s. What has arrived is kept: the same command goes on from there.",
                message);
        assertTrue(Files.size(part()) >= 1000);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nobodyAtTheAddressAndNoSuchHostAreSaidSo() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        String closed = "http://127.0.0.1:" + free + "/a";
        String unknown = "http://no-such-host.invalid/a";

        assertEquals(
                "small/numbers.bin could not be fetched. " + closed + ": no connection. " + unknown
                        + ": this host is not known.",
                failure(Sets.file(PATH, content, closed, unknown)));
    }

    @Test
    void redirectsAreFollowedButNotInCircles() throws IOException {
        host.on("/moved", exchange -> {
                    exchange.getResponseHeaders().add("Location", host.address("/a"));
                    exchange.sendResponseHeaders(302, -1);
                })
                .on("/circle", exchange -> {
                    exchange.getResponseHeaders().add("Location", host.address("/circle"));
                    exchange.sendResponseHeaders(302, -1);
                })
                .file("/a", content);
        leavePart(1000);

        fetch(file("/circle", "/moved"));

        assertFetched();
        assertEquals("/a bytes=1000-", host.requests().get(host.requests().size() - 1));
        assertTrue(host.requests().size() < 12);
    }

    @Test
    void aSecondContentIsRightToo() throws IOException {
        byte[] other = Arrays.copyOf(content, 200_000);
        host.file("/other", other);
        DataFile file = new DataFile(
                PATH,
                List.of(Sets.content(content), Sets.content(other)),
                file("/other").sources(),
                "");

        assertEquals(Arrival.FETCHED, fetch(file));
        assertArrayEquals(other, Files.readAllBytes(target()));
        assertEquals(Arrival.PRESENT, fetch(file));
    }

    @Test
    void aFileOfTheUserThatDiffersStaysUntilItMayBeReplaced() throws IOException {
        host.file("/a", content);
        Files.createDirectories(target().getParent());
        Files.writeString(target(), "mine");
        DataSet set = Sets.set(LicenceClass.A, file("/a"));

        assertEquals(
                target() + " differs from the published file. 'gradus data fetch small --replace' replaces it.",
                failure(set));
        assertEquals("mine", Files.readString(target()));

        new Download(new DataFolder(folder)).fetch(set, set.files().get(0), true, Progress.NONE);
        assertFetched();
    }

    @Test
    void whatNobodyOffersIsSaidSo() throws IOException {
        assertEquals(Arrival.NOT_OFFERED, fetch(file()));
    }

    @Test
    void classCMustBeAcceptedFirst() throws IOException {
        host.file("/a", content);
        DataSet set = Sets.set(LicenceClass.C, file("/a"));

        assertEquals(
                "The terms of small must be accepted first: some terms. 'gradus data accept small' does that.",
                failure(set));
        assertEquals(List.of(), host.requests());

        new Consents(new DataFolder(folder)).accept(set, LocalDate.of(2026, 1, 31));
        assertEquals(Arrival.FETCHED, fetch(set, Progress.NONE));
    }

    @Test
    void consentIsToTheTermsAsTheyWere() throws IOException {
        DataSet set = Sets.set(LicenceClass.C, file("/a"));
        DataSet harsher =
                new DataSet(set.name(), set.title(), LicenceClass.C, "other terms", "", set.source(), "", set.files());
        Consents consents = new Consents(new DataFolder(folder));
        consents.accept(set, LocalDate.of(2026, 1, 31));
        consents.accept(set, LocalDate.of(2026, 2, 1));

        assertTrue(consents.covers(set));
        assertFalse(consents.covers(harsher));
        assertEquals(
                "set\tdate\tterms\nsmall\t2026-02-01\tsome terms\n", Files.readString(folder.resolve("accepted.tsv")));
    }

    @Test
    void brokenConsentsAreSaidSo() throws IOException {
        Files.writeString(folder.resolve("accepted.tsv"), "set\tdate\tterms\nsmall\n");

        assertEquals(
                folder.resolve("accepted.tsv")
                        + " cannot be read: accepted.tsv: line 2 must have 3 values separated by tabs, as the header has, but has 1."
                        + " Delete it and accept the sets again.",
                failure(Sets.set(LicenceClass.C, file("/a"))));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidSoAndIsNotTheServersFault() throws IOException {
        host.file("/a", content).file("/b", content);
        Files.createDirectories(part().getParent());
        Files.createSymbolicLink(part(), Path.of("/dev/full"));

        String message = failure(file("/a", "/b"));

        assertEquals(
                part()
                        + " cannot be written: No space left on device. Make room there, or let GRADUS_DATA name a folder"
                        + " that you may write. What has arrived is kept: the same command goes on from there.",
                message);
        assertEquals(List.of("/a"), host.requests());
        Files.delete(part());
    }

    @Test
    void aFileLargerThanTheDiskIsNotBegun() {
        DataFile huge = new DataFile(
                PATH, List.of(new Content(1L << 60, "0".repeat(64))), file("/a").sources(), "");

        String message = failure(huge);

        assertTrue(message.startsWith("small/numbers.bin needs 1152921504606.8 MB more, but "), message);
        assertEquals(List.of(), host.requests());
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSo() throws IOException {
        Path blocked = folder.resolve("file");
        Files.writeString(blocked, "");
        DataSet set = Sets.set(LicenceClass.A, file("/a"));

        DownloadFailed e = assertThrows(
                DownloadFailed.class,
                () -> new Download(new DataFolder(blocked))
                        .fetch(set, set.files().get(0), false, Progress.NONE));
        assertEquals(
                blocked + " cannot be written: " + blocked
                        + " is no folder. Make room there, or let GRADUS_DATA name a folder that you may write.",
                e.getMessage());
    }

    @Test
    void oneFetchesAtATime() throws IOException {
        host.file("/a", content);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertTrue(lock.isValid());
            assertEquals(
                    "Another gradus is fetching into " + folder + ". Wait until it is done, then try again.",
                    failure(file("/a")));
        }
        assertEquals(Arrival.FETCHED, fetch(file("/a")));
    }

    @Test
    void anInterruptedThreadStopsAndKeepsWhatCame() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        host.on("/a", exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 1000);
            exchange.getResponseBody().flush();
            await(never);
        });
        AtomicReference<String> message = new AtomicReference<>("none");
        DataSet set = Sets.set(LicenceClass.A, file("/a"));
        Thread thread = new Thread(() -> {
            try {
                new Download(new DataFolder(folder))
                        .fetch(set, set.files().get(0), false, (bytes, total) -> begun.countDown());
            } catch (DownloadFailed e) {
                message.set(e.getMessage());
            }
        });
        thread.start();
        begun.await();
        thread.interrupt();
        thread.join(10_000);

        assertFalse(thread.isAlive());
        assertEquals("Fetching small/numbers.bin was interrupted. The same command goes on from there.", message.get());
        assertEquals(1000, Files.size(part()));
    }

    @ParameterizedTest
    @EnumSource
    void aMemberOfAnArchiveBringsTheArchiveFirst(Packer packer) throws IOException {
        byte[] archived = packer.pack(Map.of("inside/numbers.bin", content));
        host.file("/all", archived);
        DataFile archive = Sets.file("small/" + packer.file, archived, host.address("/all"));

        assertEquals(Arrival.FETCHED, fetch(member(archive, "inside/numbers.bin"), Progress.NONE));
        assertFetched();
        assertArrayEquals(archived, Files.readAllBytes(folder.resolve("small/" + packer.file)));
    }

    @ParameterizedTest
    @EnumSource
    void aMemberThatIsNotThereOrAnotherIsSaidSo(Packer packer) throws IOException {
        byte[] archived = packer.pack(Map.of("inside/numbers.bin", new byte[300_000]));
        host.file("/all", archived);
        DataFile archive = Sets.file("small/" + packer.file, archived, host.address("/all"));

        assertEquals(
                "small/numbers.bin could not be fetched. numbers.bin in small/" + packer.file + ": " + packer.file
                        + " has no member 'numbers.bin'.",
                failure(member(archive, "numbers.bin")));
        assertEquals(
                "small/numbers.bin could not be fetched. inside/numbers.bin in small/" + packer.file
                        + ": is another file: its size or" + " SHA-256 is not the published one.",
                failure(member(archive, "inside/numbers.bin")));
        assertFalse(Files.exists(target()));
    }

    @ParameterizedTest
    @EnumSource
    void anArchiveThatLeadsOutIsRefused(Packer packer) throws IOException {
        byte[] archived = packer.pack(Map.of("../numbers.bin", content));
        host.file("/all", archived);
        DataFile archive = Sets.file("small/" + packer.file, archived, host.address("/all"));

        assertEquals(
                "small/numbers.bin could not be fetched. ../numbers.bin in small/" + packer.file + ": " + packer.file
                        + " is refused: its member '../numbers.bin' would lie outside the archive's folder.",
                failure(member(archive, "../numbers.bin")));
        assertFalse(Files.exists(target()));
        assertFalse(Files.exists(folder.resolve("numbers.bin")));
    }

    private DataSet member(DataFile archive, String name) {
        DataFile file = new DataFile(
                PATH, List.of(Sets.content(content)), List.of(new Source.Member(archive.path(), name)), "");
        return Sets.set(LicenceClass.A, file, archive);
    }
}
