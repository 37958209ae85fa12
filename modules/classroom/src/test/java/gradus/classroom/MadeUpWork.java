package gradus.classroom;

import gradus.catalogue.Mistake;
import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.worker.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A class whose work is known beforehand: of 40 people, 24 are right, 8 make mistakes of the room, 3 hand in what does
 * not compile, and 5 are hostile. Larger classes have more of each.
 */
public final class MadeUpWork {
    public static final Checkout CHECKOUT =
            Checkout.open(Checkout.homeOf(Path.of(System.getProperty("gradus.home", ""))), Device.CPU, words -> {});
    public static final Room ROOM = CHECKOUT.roadmap().room("vector-ops").orElseThrow();
    static final Instant IN_TIME = Instant.parse("2026-11-20T10:00:00Z");

    private static final Pattern SOLUTION = Pattern.compile("(?s)// begin solution: .*?// end solution");
    private static final int PER_FORTY_RIGHT = 24;
    private static final int PER_FORTY_WRONG = 8;
    private static final int PER_FORTY_BROKEN = 3;

    /** What hostile code does instead of the exercise. */
    private static final List<String> HOSTILE = List.of(
            "while (true) { i++; }",
            "java.util.List<long[]> all = new java.util.ArrayList<>(); while (true) { all.add(new long[1 << 20]); }",
            "return now();",
            "System.exit(0); return null;",
            "for (; i < 1000; i++) { System.out.println(\"again\"); } while (true) { i++; }",
            "try { new ProcessBuilder(\"kill\", \"-9\", \"-1\").start(); } catch (java.io.IOException e) { i++; }"
                    + " return null;",
            "try { java.nio.file.Files.delete(java.nio.file.Path.of(\"/etc/passwd\")); }"
                    + " catch (java.io.IOException e) { i++; } return null;",
            "for (; i < 100000; i++) { new Thread(() -> { while (true) { } }).start(); } return null;");

    /** The sorts of people. */
    public enum Sort {
        RIGHT,
        WRONG,
        BROKEN,
        HOSTILE
    }

    /**
     * Somebody.
     *
     * @param mistake id of the mistake they make; empty for all others
     */
    public record Member(String id, Sort sort, String mistake, List<Source> work) {}

    private MadeUpWork() {}

    public static List<Member> of(int size) {
        List<Source> reference = RoomClasses.read(ROOM, ROOM.sources());
        List<Mistake> mistakes = ROOM.mistakes();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = String.format("p%03d", i);
            int place = i % 40;
            if (place < PER_FORTY_RIGHT) {
                members.add(new Member(id, Sort.RIGHT, "", signed(id, written(reference, i))));
            } else if (place < PER_FORTY_RIGHT + PER_FORTY_WRONG) {
                Mistake mistake = mistakes.get((i / 40 * PER_FORTY_WRONG + place - PER_FORTY_RIGHT) % mistakes.size());
                List<Source> wrong = reference.stream()
                        .map(source -> new Source(source.path(), mistake.in(source.fileName(), source.text())))
                        .toList();
                members.add(new Member(id, Sort.WRONG, mistake.id(), signed(id, wrong)));
            } else if (place < PER_FORTY_RIGHT + PER_FORTY_WRONG + PER_FORTY_BROKEN) {
                members.add(new Member(id, Sort.BROKEN, "", signed(id, broken(reference, i))));
            } else {
                members.add(new Member(id, Sort.HOSTILE, "", signed(id, hostile(reference, i))));
            }
        }
        return members;
    }

    /** No two files are alike. */
    private static List<Source> signed(String id, List<Source> sources) {
        return sources.stream()
                .map(source -> new Source(source.path(), source.text() + "\n// " + id + "\n"))
                .toList();
    }

    /** Ways in which people write the same. */
    private static List<Source> written(List<Source> reference, int i) {
        return reference.stream()
                .map(source -> new Source(
                        source.path(),
                        switch (i % 4) {
                            case 0 ->
                                source.text()
                                        .replace("// begin solution: ", "// I do: ")
                                        .replace("// end solution", "");
                            case 1 -> source.text().replace("    ", "\t");
                            case 2 -> source.text().replace("\n", "\r\n");
                            default -> source.text().replace("/** ", "/** " + i + ": ");
                        }))
                .toList();
    }

    private static List<Source> broken(List<Source> reference, int i) {
        return reference.stream()
                .map(source -> new Source(
                        source.path(),
                        switch (i % 3) {
                            case 0 -> source.text().replace("public final class", "public final clas");
                            case 1 -> source.text().substring(0, source.text().lastIndexOf('}'));
                            default -> SOLUTION.matcher(source.text()).replaceAll("return nothing;");
                        }))
                .toList();
    }

    private static List<Source> hostile(List<Source> reference, int i) {
        String deed = HOSTILE.get(i % HOSTILE.size());
        return reference.stream()
                .map(source -> new Source(
                        source.path(),
                        SOLUTION.matcher(source.text())
                                        .replaceAll(
                                                "throw Evil" + source.fileName().charAt(0) + ".now();")
                                + "\nfinal class Evil" + source.fileName().charAt(0)
                                + " { static int i; static RuntimeException now() { " + deed + " } }\n"))
                .toList();
    }

    /** Writes the roster, and a folder with a folder for each person. */
    static void write(List<Member> members, Path roster, Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("id,name,email\n");
        for (Member member : members) {
            csv.append(member.id())
                    .append(",Person ")
                    .append(member.id())
                    .append(',')
                    .append(member.id())
                    .append("@example.org\n");
            for (Source source : member.work()) {
                Path file = folder.resolve(member.id()).resolve(source.fileName());
                Files.createDirectories(folder.resolve(member.id()));
                Files.writeString(file, source.text());
                Files.setLastModifiedTime(file, FileTime.from(IN_TIME));
            }
        }
        Files.writeString(roster, csv);
    }

    /** Makes a class with an assignment, and collects work for it. */
    public static void collected(List<Member> members, Path course) throws Exception {
        Path files = Files.createTempDirectory("work");
        Path roster = files.resolve("people.csv");
        Path work = Files.createDirectory(files.resolve("work"));
        write(members, roster, work);
        GradusProcess.run(files, 0, "class", "init", course.toString(), "--name", "Made up");
        GradusProcess.run(course, 0, "class", "roster", "import", roster.toString());
        GradusProcess.run(
                course,
                0,
                "class",
                "assign",
                "hw1",
                ROOM.id(),
                "--due",
                "2026-12-01T12:00+00:00",
                "--seconds-per-check",
                "5");
        GradusProcess.run(course, 0, "class", "collect", "hw1", work.toString());
    }
}
