package gradus.grader.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Catalogue;
import gradus.catalogue.CatalogueException;
import gradus.catalogue.Roadmap;
import gradus.catalogue.Room;
import gradus.grader.FixtureLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadmapCacheTest {
    @TempDir
    private Path home;

    private FixtureLab lab = FixtureLab.none();

    @BeforeEach
    void copyTheLab() {
        lab = FixtureLab.copyTo(home);
    }

    private Path file() {
        return home.resolve(".gradus/roadmap.json");
    }

    private Roadmap read() {
        return RoadmapCache.read(home, List.of(), home.resolve(".gradus"));
    }

    /** As if this process had read another lab in between. */
    private Roadmap readFromDisk() throws IOException {
        Path other = Files.createTempDirectory(home, "other");
        FixtureLab.copyTo(other);
        RoadmapCache.read(other, List.of(), other.resolve(".gradus"));
        return read();
    }

    private Path readme(String id) {
        return lab.room(id).folder().resolve("README.md");
    }

    @Test
    void whatWasKeptIsWhatWasRead() throws IOException {
        Roadmap fresh = Catalogue.read(home);

        assertEquals(fresh, read());
        assertSame(read(), read());
        assertTrue(Files.exists(file()));
        assertEquals(fresh, readFromDisk());
    }

    @Test
    void aChangedRoomIsReadAnew() throws IOException {
        read();
        Path readme = readme("mean");
        Room before = lab.room("mean");
        Files.writeString(readme, Files.readString(readme).replaceFirst("minutes: \\d+", "minutes: 77"));
        Files.setLastModifiedTime(readme, FileTime.from(Instant.now().plusSeconds(5)));

        assertTrue(before.minutes() != 77);
        assertEquals(77, read().room("mean").orElseThrow().minutes());
        assertEquals(77, readFromDisk().room("mean").orElseThrow().minutes());
    }

    @Test
    void aRoomThatBreaksARuleIsNamedThoughItWasGoodBefore() throws IOException {
        read();
        Files.writeString(readme("mean"), "no front matter");

        assertThrows(CatalogueException.class, this::read);
    }

    @Test
    void aDamagedFileIsMadeAnew() throws IOException {
        Roadmap fresh = read();
        for (String damaged : new String[] {"", "{", "[]", "null", "{\"stamp\": 1}", "{\"stamp\": [2]}"}) {
            Files.writeString(file(), damaged);
            assertEquals(fresh, readFromDisk(), damaged);
        }
        Files.delete(file());
        Files.createDirectory(file());
        assertEquals(fresh, readFromDisk());
    }
}
