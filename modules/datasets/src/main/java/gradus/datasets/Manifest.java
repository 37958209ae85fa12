package gradus.datasets;

import gradus.kit.Require;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The data sets that the lab knows: {@code datasets/sets.tsv} and {@code datasets/files.tsv}, packed into this module.
 *
 * @param sets ordered by name
 */
public record Manifest(List<DataSet> sets) {
    private static final List<String> SETS =
            List.of("name", "title", "class", "licence", "licence_text", "source", "units");
    private static final List<String> FILES = List.of("path", "bytes", "sha256", "sources", "note");

    /** Known data sets. */
    public Manifest {
        sets = List.copyOf(sets);
        Set<String> names = new HashSet<>();
        sets.forEach(set -> Require.that(names.add(set.name()), "two sets have the name '%s'", set.name()));
    }

    /** The sets of this lab. */
    public static Manifest ofLab() {
        return Packed.MANIFEST;
    }

    /** One set of this lab. To read all others too takes a new process a tenth of a second. */
    public static Optional<DataSet> ofLab(String name) {
        Predicate<String> isOfSet = line -> line.startsWith(name + "\t") || line.startsWith(name + "/");
        return Packed.read(isOfSet).set(name);
    }

    /** The set of that name. */
    public Optional<DataSet> set(String name) {
        return sets.stream().filter(set -> set.name().equals(name)).findFirst();
    }

    /** The file of that path, for example {@code mnist/t10k-labels-idx1-ubyte.gz}. */
    public Optional<DataFile> file(String path) {
        return sets.stream().flatMap(set -> set.file(path).stream()).findFirst();
    }

    /**
     * Reads a manifest.
     *
     * @param sets a table with the columns name, title, class, licence, licence_text, source, units
     * @param files a table with the columns path, bytes, sha256, sources, note; bytes and sha256 may hold several
     *     contents, sources several addresses or members (archive#member), each separated by a blank
     * @throws IllegalArgumentException if a table has other columns, or a row breaks a rule
     */
    static Manifest of(Table sets, Table files) {
        Require.that(sets.columns().equals(SETS), "the columns of sets must be %s", SETS);
        Require.that(files.columns().equals(FILES), "the columns of files must be %s", FILES);
        Map<String, List<DataFile>> filesOfSets = new LinkedHashMap<>();
        sets.text("name").forEach(name -> filesOfSets.put(name, new ArrayList<>()));
        Set<String> paths = new HashSet<>();
        for (List<String> row : files.rows()) {
            DataFile file = file(row);
            Require.that(paths.add(file.path()), "two files have the path '%s'", file.path());
            List<DataFile> ofSet = filesOfSets.get(file.set());
            if (ofSet == null) {
                throw new IllegalArgumentException(file.path() + " is a file of no set");
            }
            ofSet.add(file);
        }
        return new Manifest(sets.rows().stream()
                .map(row -> set(row, filesOfSets.getOrDefault(row.get(0), List.of())))
                .toList());
    }

    private static DataSet set(List<String> row, List<DataFile> files) {
        return new DataSet(
                row.get(0),
                row.get(1),
                LicenceClass.valueOf(row.get(2)),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                files);
    }

    private static DataFile file(List<String> row) {
        String path = row.get(0);
        List<String> bytes = words(row.get(1));
        List<String> hashes = words(row.get(2));
        Require.that(bytes.size() == hashes.size(), "%s must have as many sizes as hashes", path);
        List<Content> contents = IntStream.range(0, bytes.size())
                .mapToObj(i -> new Content(Long.parseLong(bytes.get(i)), hashes.get(i)))
                .toList();
        List<Source> sources =
                words(row.get(3)).stream().map(word -> source(path, word)).toList();
        return new DataFile(path, contents, sources, row.get(4));
    }

    private static Source source(String path, String word) {
        int hash = word.indexOf('#');
        return hash < 0
                ? new Source.Address(URI.create(word))
                : new Source.Member(DataPath.set(path) + "/" + word.substring(0, hash), word.substring(hash + 1));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** Read when first asked for. */
    private static final class Packed {
        static final Manifest MANIFEST = read(line -> true);

        /** Reads the lines that are wanted. */
        static Manifest read(Predicate<String> isWanted) {
            return of(table("sets.tsv", isWanted), table("files.tsv", isWanted));
        }

        private static Table table(String name, Predicate<String> isWanted) {
            try (var in = Manifest.class.getResourceAsStream("/gradus/tables/" + name)) {
                if (in == null) {
                    throw new IllegalStateException(name + " is not packed into the lab");
                }
                List<String> lines = Text.decode(name, in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                String wanted = Stream.concat(
                                lines.stream().limit(1), lines.stream().skip(1).filter(isWanted))
                        .collect(Collectors.joining("\n"));
                return Csv.headed(name, wanted.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
