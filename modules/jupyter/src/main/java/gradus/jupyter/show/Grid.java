package gradus.jupyter.show;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows and columns, of which a notebook shows the first.
 *
 * @param caption what it is
 * @param header names of the columns
 * @param nRows how many rows there are
 * @param row the cells of a row
 */
record Grid(String caption, List<String> header, int nRows, IntFunction<List<String>> row) {
    private static final int MAX_ROWS = 20;
    private static final int MAX_COLUMNS = 15;
    private static final String CELL = "padding:.15em .6em;border:0;border-bottom:" + Html.LINE + ";text-align:";

    Display display() {
        return display(MAX_ROWS);
    }

    Display display(int maxRows) {
        List<String> head = cut(header);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(nRows, maxRows); i++) {
            rows.add(cut(row.apply(i)));
        }
        String more = nRows <= maxRows ? "" : "… " + (nRows - maxRows) + " more rows";
        boolean[] isText = new boolean[head.size()];
        int[] widths = new int[head.size()];
        for (int j = 0; j < head.size(); j++) {
            int at = j;
            List<String> column = rows.stream()
                    .filter(cells -> at < cells.size())
                    .map(cells -> cells.get(at))
                    .toList();
            isText[j] = column.stream().anyMatch(cell -> !isNumber(cell));
            widths[j] =
                    column.stream().mapToInt(String::length).reduce(head.get(j).length(), Math::max);
        }
        return Display.html(plain(head, rows, more, isText, widths), html(head, rows, more, isText));
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[-+\\d.,eE ]*|NaN|-?Infinity|…|true|false");
    }

    private static List<String> cut(List<String> cells) {
        if (cells.size() <= MAX_COLUMNS) {
            return cells;
        }
        List<String> some = new ArrayList<>(cells.subList(0, MAX_COLUMNS));
        some.add("…");
        return some;
    }

    private String plain(List<String> head, List<List<String>> rows, String more, boolean[] isText, int[] widths) {
        List<String> lines = new ArrayList<>(List.of(caption));
        List<List<String>> all = new ArrayList<>(rows);
        all.add(0, head);
        all.removeIf(List::isEmpty);
        for (List<String> cells : all) {
            lines.add(IntStream.range(0, cells.size())
                    .mapToObj(j -> padded(cells.get(j), widths[j], isText[j]))
                    .collect(Collectors.joining("  "))
                    .stripTrailing());
        }
        if (!more.isEmpty()) {
            lines.add(more);
        }
        return String.join("\n", lines);
    }

    private static String padded(String cell, int width, boolean left) {
        String space = " ".repeat(width - cell.length());
        return left ? cell + space : space + cell;
    }

    private String html(List<String> head, List<List<String>> rows, String more, boolean[] isText) {
        StringBuilder html = new StringBuilder("<div style=\"overflow-x:auto\"><table style=\"border-collapse:collapse;"
                + "margin:0;font-variant-numeric:tabular-nums\"><caption style=\"text-align:left;caption-side:top;"
                + "padding:.2em 0;white-space:nowrap\">" + Html.text(caption) + "</caption><thead><tr>");
        for (int j = 0; j < head.size(); j++) {
            html.append("<th scope=\"col\"")
                    .append(cell(head.get(j), isText[j]))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (List<String> cells : rows) {
            html.append("<tr style=\"background:transparent\">");
            for (int j = 0; j < cells.size(); j++) {
                html.append("<td").append(cell(cells.get(j), isText[j])).append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        if (!more.isEmpty()) {
            html.append(Html.paragraph(more));
        }
        return html.append("</div>").toString();
    }

    private static String cell(String text, boolean left) {
        return " style=\"" + CELL + (left ? "left" : "right") + "\">" + Html.text(text);
    }
}
