package gradus.jupyter.kernel;

import gradus.grader.room.Checkout;
import gradus.grader.room.Libraries;
import gradus.jupyter.Host;
import gradus.jupyter.LabError;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lines that begin with a percent sign, at the head of a cell. */
final class Magics {
    private static final Pattern HEAD = Pattern.compile("\\A(?:\\s*%[^\\n]*(?:\\n|\\z))+");
    private static final Pattern LINE = Pattern.compile("%(\\w+)\\s*(.*)");

    private final Path home;
    private final Host host;

    Magics(Path home, Host host) {
        this.home = home;
        this.host = host;
    }

    /** Does what a cell's first lines say, and returns the cell without them. */
    Cell run(Cell cell) {
        String text = cell.text().text();
        Matcher head = HEAD.matcher(text);
        if (!head.find()) {
            return cell;
        }
        head.group().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::run);
        String rest = CellText.blank(head.group()) + text.substring(head.end());
        return new Cell(cell.number(), CellText.of(rest));
    }

    private void run(String line) {
        Matcher matcher = LINE.matcher(line);
        String name = matcher.matches() ? matcher.group(1) : "";
        List<String> arguments = matcher.matches() && !matcher.group(2).isBlank()
                ? List.of(matcher.group(2).strip().split("\\s+", -1))
                : List.of();
        if ((name.equals("maven") || name.equals("jars")) && arguments.isEmpty()) {
            throw new LabError("%" + name + " needs "
                    + (name.equals("maven")
                            ? "the coordinates of a library: %maven org.ejml:ejml-ddense:0.44.0"
                            : "jars: %jars lib/*.jar"));
        }
        switch (name) {
            case "maven" -> arguments.forEach(this::maven);
            case "jars" -> arguments.forEach(this::jars);
            default ->
                throw new LabError("There is no magic '" + line.split("\\s", 2)[0]
                        + "'. There are %maven group:artifact:version and %jars FILE.");
        }
    }

    private void maven(String coordinates) {
        if (!coordinates.matches("[\\w.-]+:[\\w.-]+(:[\\w.-]+)?")) {
            throw new LabError("%maven must read group:artifact:version, but was '" + coordinates + "'.");
        }
        Checkout checkout = Checkout.open(home);
        host.addToClassPath(Libraries.ofTools(checkout, Set.of(coordinates)));
    }

    private void jars(String pattern) {
        Path given = Path.of(pattern).toAbsolutePath().normalize();
        PathMatcher matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + given.toString().replace("\\", "\\\\"));
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(given.getParent())) {
            files.filter(matcher::matches).sorted().forEach(found::add);
        } catch (IOException e) {
            throw new LabError("%jars: the folder " + given.getParent() + " can't be read.");
        }
        if (found.isEmpty()) {
            throw new LabError("%jars: there is no file " + given + ".");
        }
        host.addToClassPath(found);
    }
}
