package gradus.jupyter.kernel;

import gradus.catalogue.Room;
import gradus.grader.source.Source;
import gradus.jupyter.Handed;
import gradus.jupyter.LabError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The cells that ran so far, and the files of a room that they make. */
final class Cells {
    private final Supplier<Shell> shell;
    private final List<Cell> cells = new ArrayList<>();

    Cells(Supplier<Shell> shell) {
        this.shell = shell;
    }

    void add(Cell cell) {
        cells.add(cell);
    }

    /**
     * What is handed in for a room: for each of its files the last cell that declares its class, else the starter, if
     * that leaves nothing to write.
     *
     * @throws LabError if there is no such cell
     */
    Handed handed(Room room, List<Source> starters) {
        Map<Source, Cell> byFile = new LinkedHashMap<>();
        for (Source starter : starters) {
            String type = simpleName(starter);
            for (Cell cell : cells) {
                if (cell.text().types().contains(type)) {
                    byFile.put(starter, cell);
                }
            }
        }
        Source main = starters.get(0);
        Cell first = byFile.get(main);
        if (first == null) {
            throw new LabError(absent(room, main));
        }
        byFile.forEach((file, cell) -> byFile.forEach((other, same) -> {
            if (file != other && cell == same) {
                throw new LabError(cell.name() + " declares both " + simpleName(file) + " and " + simpleName(other)
                        + ", which are two files of the room. Put each into a cell of its own and run both.");
            }
        }));
        List<Source> graded = new ArrayList<>();
        List<Source> kept = new ArrayList<>();
        for (Source starter : starters) {
            Cell cell = byFile.get(starter);
            if (cell == null) {
                graded.add(starter);
                kept.add(starter);
            } else {
                requireOnePublicType(cell, simpleName(starter));
                String text = shell.get().declarations(cell.text().text());
                List<String> header = header(room, cell);
                graded.add(new Source(starter.path(), String.join(" ", header) + " " + text));
                kept.add(new Source(starter.path(), file(header, text)));
            }
        }
        return new Handed.Cells(first.name(), graded, kept, places(byFile));
    }

    private static String file(List<String> header, String text) {
        String imports = String.join("\n", header.subList(1, header.size()));
        return header.get(0) + "\n\n" + (imports.isEmpty() ? "" : imports + "\n") + text.strip() + "\n";
    }

    private String absent(Room room, Source main) {
        String type = simpleName(main);
        TreeSet<String> others = new TreeSet<>();
        cells.forEach(cell -> others.addAll(cell.text().types()));
        String found = others.isEmpty() ? "" : " The cells so far declare " + String.join(", ", others) + ".";
        return "No cell that ran declares " + type + ", the class of the room " + room.id() + "." + found
                + " Run the cell with your " + type + " first.";
    }

    private static final Pattern PUBLIC =
            Pattern.compile("(?m)^\\s*public\\s+(?:(?:final|abstract|sealed|strictfp)\\s+|non-sealed\\s+)*"
                    + "(?:class|interface|enum|record)\\s+(\\w+)");

    private static void requireOnePublicType(Cell cell, String type) {
        List<String> outer = cell.text().types();
        PUBLIC.matcher(cell.text().code())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals(type) && outer.contains(name))
                .findFirst()
                .ifPresent(other -> {
                    throw new LabError(cell.name() + " declares two public types, " + type + " and " + other
                            + ", but the cell counts as the file " + type + ".java, which may have one. Leave out the"
                            + " word public before " + other + ".");
                });
    }

    private List<String> header(Room room, Cell cell) {
        List<String> imported = new ArrayList<>();
        cells.stream()
                .filter(other -> other != cell)
                .forEach(other -> imported.addAll(other.text().imports()));
        imported.addAll(Shell.IMPORTS);
        List<String> header = new ArrayList<>();
        header.add("package " + room.packageName() + ";");
        // A class of the room may have the name of one of the JDK.
        List<String> own = room.sources().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
        new Imports(cell.text(), imported, shell.get().loader())
                .missing().stream()
                        .filter(name -> !own.contains(name.substring(name.lastIndexOf('.') + 1)))
                        .forEach(name -> header.add("import " + name + ";"));
        return header;
    }

    /** Files are cells here. */
    private static UnaryOperator<String> places(Map<Source, Cell> byFile) {
        return words -> {
            String said = words;
            for (Map.Entry<Source, Cell> each : byFile.entrySet()) {
                String file = Pattern.quote(each.getKey().fileName());
                said = said.replaceAll(
                        "\\b" + file + ":(\\d+)(?::\\d+)?", each.getValue().name() + ", line $1");
            }
            return said;
        };
    }

    private static String simpleName(Source source) {
        return source.fileName().replace(".java", "");
    }
}
