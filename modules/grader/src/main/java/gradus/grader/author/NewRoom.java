package gradus.grader.author;

import gradus.catalogue.Chapter;
import gradus.catalogue.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Begins rooms from templates. */
public final class NewRoom {
    private NewRoom() {}

    /** Writes the files of a room that is not there yet, and its chapter's module if need be and the lab has it. */
    public static Path create(Chapter chapter, Entry planned) throws IOException {
        String chapterPackage = chapter.id().replace("-", "");
        String roomPackage = planned.id().replace("-", "");
        String className = Arrays.stream(planned.id().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        Path module = chapter.folder();
        Path folder = module.resolve("src").resolve(chapterPackage).resolve(roomPackage);
        Files.createDirectories(folder);
        String[] names = {
            "package-info.java",
            "README.md",
            "hints.md",
            "mistakes.yaml",
            "Room.java",
            "RoomTest.java",
            "RoomHiddenTest.java",
            "RoomFigure.java"
        };
        for (String name : names) {
            String text = template(name)
                    .replace("ROOM_ID", planned.id())
                    .replace("ROOM_TITLE", planned.title())
                    .replace("ROOM_PACKAGE", chapterPackage + "." + roomPackage)
                    .replace("ROOM_CLASS", className);
            Files.writeString(folder.resolve(name.replace("Room", className)), text, StandardOpenOption.CREATE_NEW);
        }
        Path parent = module.resolveSibling("pom.xml");
        if (Files.exists(parent) && !Files.exists(module.resolve("pom.xml"))) {
            createModule(parent, module, chapter);
        }
        return folder;
    }

    private static void createModule(Path parent, Path module, Chapter chapter) throws IOException {
        String pom = template("chapter-pom.xml").replace("CHAPTER_ID", chapter.id());
        Files.writeString(module.resolve("pom.xml"), pom, StandardOpenOption.CREATE_NEW);
        if (!Files.exists(module.resolve("README.md"))) {
            Files.writeString(module.resolve("README.md"), "# " + chapter.title() + "\n");
        }
        String text = Files.readString(parent);
        Files.writeString(
                parent,
                text.replace(
                        "    <module>oracles</module>",
                        "    <module>" + chapter.id() + "</module>\n    <module>oracles</module>"));
    }

    private static String template(String name) throws IOException {
        try (InputStream in = NewRoom.class.getResourceAsStream(name + ".txt")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
