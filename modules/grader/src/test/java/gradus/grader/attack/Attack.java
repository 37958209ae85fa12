package gradus.grader.attack;

import gradus.grader.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hostile submission, as it stands in {@code src/test/attacks/<family>/<Name>.java.txt}.
 *
 * <p>Its first line says what it tries. A line {@code // Plain worker: files} names the harm that is expected where
 * nothing but a process of its own keeps it in. {@code // File: path} begins a further file. An attack that declares no
 * {@code Vault} gets an empty one, which calls {@code Attack.strike} from each operation.
 *
 * @param tries what it tries
 * @param gainsWhenPlain whether it earns points where nothing keeps it from reading the checkout
 * @param plain the harm that is expected without verifier and sandbox
 */
record Attack(String family, String name, String tries, boolean gainsWhenPlain, Set<Harm> plain, List<Source> sources) {
    static final Path FOLDER = Path.of("src/test/attacks");

    private static final String PACKAGE = "fixtures/vault/";
    private static final Pattern PLAIN = Pattern.compile("(?m)^// Plain worker: (.*)$");
    private static final Pattern FILE = Pattern.compile("(?m)^// File: (.*)$");

    /** All attacks, by family and name; what they need to know of the host is put into their text. */
    static List<Attack> all(Host host) {
        try (Stream<Path> files = Files.walk(FOLDER, 2)) {
            return files.filter(file -> FOLDER.relativize(file).getNameCount() == 2)
                    .sorted()
                    .map(file -> read(file, host))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack read(Path file, Host host) {
        String text = host.tellTo(text(file));
        List<Source> sources = new ArrayList<>();
        boolean isWhole = !text.contains("class Attack");
        if (!isWhole) {
            sources.add(new Source(PACKAGE + "Vault.java", text(FOLDER.resolve("Vault.java.txt"))));
        }
        if (text.contains("Wire")) {
            sources.add(new Source(PACKAGE + "Wire.java", text(FOLDER.resolve("Wire.java.txt"))));
        }
        String path = PACKAGE + (isWhole ? "Vault.java" : "Attack.java");
        int start = 0;
        Matcher next = FILE.matcher(text);
        while (next.find()) {
            sources.add(new Source(path, text.substring(start, next.start())));
            path = next.group(1);
            start = next.end();
        }
        sources.add(new Source(path, text.substring(start)));

        Set<Harm> plain = EnumSet.noneOf(Harm.class);
        boolean gains = false;
        Matcher expected = PLAIN.matcher(text);
        if (expected.find()) {
            for (String word : expected.group(1).split(",")) {
                if (word.strip().equals("points")) {
                    gains = true;
                } else {
                    plain.add(Harm.of(word));
                }
            }
        }
        String tries = text.substring(3, text.indexOf('\n')).strip();
        String family = file.getName(file.getNameCount() - 2).toString();
        String name = file.getFileName().toString().replace(".java.txt", "");
        return new Attack(family, name, tries, gains, plain, sources);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The harm that may come of it with a defence. */
    Set<Harm> expected(Defence defence) {
        return defence == Defence.PLAIN ? plain : EnumSet.noneOf(Harm.class);
    }

    /** Whether a defence makes a difference: what harms the judge does so before any code of it runs. */
    boolean isConcernedBy(Defence defence) {
        return defence == Defence.PLAIN || !plain.contains(Harm.JUDGE);
    }

    boolean mayGain(Defence defence) {
        return defence == Defence.PLAIN && gainsWhenPlain;
    }
}
