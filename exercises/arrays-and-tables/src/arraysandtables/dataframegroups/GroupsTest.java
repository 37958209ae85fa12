package arraysandtables.dataframegroups;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static gradus.checks.RowAssertions.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.dataframecore.Column;
import arraysandtables.dataframecore.Table;
import arraysandtables.dataframecore.Type;
import arraysandtables.dataframegroups.Aggregate.Summary;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Means are of few numbers that are exact in binary, so that they are exact, too, and so is every text. */
class GroupsTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("by puts rows with the same keys together, in the order in which they come")
    void groups() {
        assertGroups("by(birds, \"bird\")", Groups.by(birds(), "bird"), new int[][] {{0, 2, 4}, {1, 5}, {3}});
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("by looks at all of its keys")
    void groupsBySeveralKeys() {
        assertGroups("by(birds, \"bird\", \"sex\")", Groups.by(birds(), "bird", "sex"), new int[][] {
            {0, 4}, {1}, {2}, {3}, {5}
        });
        Table table = Table.of(List.of(
                Column.ofTexts("a", Type.TEXT, List.of("x", "xy")),
                Column.ofTexts("b", Type.TEXT, List.of("yz", "z"))));
        assertGroups(
                "by(table, \"a\", \"b\") of (x, yz) and (xy, z)", Groups.by(table, "a", "b"), new int[][] {{0}, {1}});
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("by without keys makes one group of all rows")
    void groupsAll() {
        assertGroups("by(birds)", Groups.by(birds()), new int[][] {{0, 1, 2, 3, 4, 5}});
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("agg has a row for each group: its keys, then what sums it up")
    void sumsUp() {
        Table table = Groups.by(birds(), "bird", "sex")
                .agg(Aggregate.mean("mass"), Aggregate.rows(), new Aggregate(Summary.MAX, "mass"));
        assertEquals(
                List.of("bird", "sex", "mean(mass)", "count(*)", "max(mass)"),
                table.names(),
                "names of the columns of agg(mean, rows, max).");
        assertRows(
                "by(birds, \"bird\", \"sex\").agg(mean(mass), rows(), max(mass))",
                List.of(
                        List.of("gull", "f", "415", "2", "420"),
                        List.of("tern", "m", "120.5", "1", "120.5"),
                        List.of("gull", "m", "", "1", ""),
                        List.of("", "f", "95", "1", "95"),
                        List.of("tern", "", "110", "1", "110")),
                table.rows(),
                "Each number is about the rows of its group.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("agg of one group of all rows has one row without keys")
    void sumsUpAll() {
        Table table = Groups.by(birds())
                .agg(new Aggregate(Summary.SUM, "mass"), new Aggregate(Summary.COUNT, "bird"), Aggregate.rows());
        assertEquals(
                List.of("sum(mass)", "count(bird)", "count(*)"), table.names(), "names of the columns, without keys.");
        assertRows(
                "by(birds).agg(sum(mass), count(bird), rows())",
                List.of(List.of("1155.5", "5", "6")),
                table.rows(),
                "Of 6 birds the kind of 5 is known.");
    }

    @Graded(stage = 1)
    @Evidence(LIBRARY)
    @DisplayName("the penguins' means by species and sex agree with another library's")
    void penguins() {
        Table means = Groups.by(
                        Table.ofDataset("penguins/penguins.csv").dropMissing("sex", "body_mass_g"), "species", "sex")
                .agg(Aggregate.mean("body_mass_g"), Aggregate.rows())
                .sortOn("species", "sex");

        assertEquals(6, means.nRows(), "groups of three species and two sexes.");
        // Tablesaw 0.44.4: summarize("body_mass_g", mean, count).by("species", "sex")
        assertClose(
                "means in g, sorted on species and sex",
                new double[] {3368.84, 4043.49, 3527.21, 3938.97, 4679.74, 5484.84},
                means.column("mean(body_mass_g)").numbers(),
                0.005,
                "Of penguins that were weighed and whose sex is known.");
        assertClose(
                "penguins, sorted on species and sex",
                new double[] {73, 73, 34, 34, 58, 61},
                means.column("count(*)").numbers(),
                0,
                "Of penguins that were weighed and whose sex is known.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("inner pairs every row with all that have the same key")
    void joinsInner() {
        Table table = Joins.inner(birds().select("bird", "mass"), kinds(), "bird");
        assertEquals(
                List.of("bird", "mass", "latin", "right.mass"),
                table.names(),
                "names of the columns of inner(birds, kinds, \"bird\").");
        assertRows(
                "inner(birds, kinds, \"bird\")",
                List.of(
                        List.of("gull", "410", "Larus", "400"),
                        List.of("gull", "410", "Chroicocephalus", "250"),
                        List.of("gull", "", "Larus", "400"),
                        List.of("gull", "", "Chroicocephalus", "250"),
                        List.of("gull", "420", "Larus", "400"),
                        List.of("gull", "420", "Chroicocephalus", "250")),
                table.rows(),
                "Three gulls and two kinds of gulls are six pairs; terns have no partner, and neither have auks.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("left keeps the rows of the left table that have no partner")
    void joinsLeft() {
        assertRows(
                "left(birds.take(1, 0), kinds, \"bird\")",
                List.of(
                        List.of("tern", "120.5", "", ""),
                        List.of("gull", "410", "Larus", "400"),
                        List.of("gull", "410", "Chroicocephalus", "250")),
                Joins.left(birds().select("bird", "mass").take(1, 0), kinds(), "bird")
                        .rows(),
                "The tern stays, with gaps where the other table has nothing for it.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a missing key has no partner, not even a missing one")
    void joinsNothingMissing() {
        Table left = birds().select("bird", "mass").take(3);
        Table right = Table.of(
                List.of(Column.ofTexts("bird", Type.TEXT, List.of("", "auk")), Column.ofNumbers("wings", 1, 2)));
        assertEquals(
                0,
                Joins.inner(left, right, "bird").nRows(),
                "rows of inner of two tables whose keys are missing: nobody knows whether they are the same bird.");
        assertRows(
                "left of two tables whose keys are missing",
                List.of(List.of("", "95", "")),
                Joins.left(left, right, "bird").rows(),
                "The row stays, but it has no partner.");
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("each of the 100,000 ratings is of a film that is known")
    void ratings() {
        Table ratings = Table.ofDataset("ml-100k/u.data", "user", "film", "rating", "time");
        Table films = films();

        // F. M. Harper and J. A. Konstan, The MovieLens Datasets, ACM TiiS 5 (4), 2015: 100,000 ratings of 1,682 films
        assertEquals(1_682, films.nRows(), "films.");
        assertEquals(100_000, Joins.inner(ratings, films, "film").nRows(), "rows of inner(ratings, films, \"film\").");
    }

    /** Its charset is not UTF-8, so the judge reads it. */
    private static Table films() {
        return Table.read(
                List.of("film", "title"),
                Datasets.headerless("ml-100k/u.item", StandardCharsets.ISO_8859_1).rows().stream()
                        .map(row -> row.subList(0, 2))
                        .toList());
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("pivot has a row and a column for each value, and a gap where there is nothing")
    void pivots() {
        Table table = Reports.pivot(birds(), "bird", "sex", Aggregate.mean("mass"));
        assertEquals(List.of("bird", "f", "m"), table.names(), "names of the columns of pivot by bird and sex.");
        assertRows(
                "pivot(birds, \"bird\", \"sex\", mean(mass))",
                List.of(List.of("gull", "415", ""), List.of("tern", "", "120.5")),
                table.rows(),
                "The only male gull was not weighed, and no tern is female. Birds of unknown kind or sex are left out.");
        assertRows(
                "pivot(birds, \"bird\", \"sex\", rows())",
                List.of(List.of("gull", "2", "1"), List.of("tern", "", "1")),
                Reports.pivot(birds(), "bird", "sex", Aggregate.rows()).rows(),
                "Where no row has both values, nothing is summed up: the cell is missing.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("resampleMonthly gives the mean of each month, whatever the order of the days")
    void resamples() {
        Table days = days(
                List.of("2020-02-29", "2019-12-31", "2020-01-01", "2020-01-31", "", "2020-02-01"),
                8,
                4,
                1,
                2,
                100,
                Double.NaN);
        Table months = Reports.resampleMonthly(days, "day", "rain");
        assertEquals(List.of("month", "mean(rain)"), months.names(), "names of the columns of resampleMonthly.");
        assertRows(
                "resampleMonthly(days, \"day\", \"rain\")",
                List.of(List.of("2019-12-01", "4"), List.of("2020-01-01", "1.5"), List.of("2020-02-01", "8")),
                months.rows(),
                "December 2019 is another month than December 2020; a day without rain is 0, a day without value is none.");
        assertEquals(Type.DATE, months.column("month").type(), "type of the column month.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("months without values are there, with a gap")
    void resamplesGaps() {
        Table days = days(List.of("2020-04-05", "2019-11-05", "2020-01-05"), 3, 1, Double.NaN);
        assertRows(
                "resampleMonthly of 5 November, 5 January without value, and 5 April",
                List.of(
                        List.of("2019-11-01", "1"),
                        List.of("2019-12-01", ""),
                        List.of("2020-01-01", ""),
                        List.of("2020-02-01", ""),
                        List.of("2020-03-01", ""),
                        List.of("2020-04-01", "3")),
                Reports.resampleMonthly(days, "day", "rain").rows(),
                "Whoever draws a line through months needs all of them. A month that was not measured is no month of 0.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("ten years of days in Melbourne are 120 months")
    void temperatures() {
        Table months =
                Reports.resampleMonthly(Table.ofDataset("timeseries/daily-min-temperatures.csv"), "Date", "Temp");

        assertEquals(120, months.nRows(), "months of 3,650 days from 1981 to 1990.");
        assertEquals(0, months.countMissing(), "months without a temperature.");
        assertEquals("1981-01-01", months.row(0).get(0), "the first month.");
        assertClose(
                "mean of January 1981 in °C",
                17.7129,
                months.column("mean(Temp)").numbers()[0],
                5e-5,
                "It is the mean of 31 days.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("markdown has a line of names, one of dashes and one for each row")
    void writesMarkdown() {
        assertLines("""
                | bird | mass | sex |
                | --- | --: | --- |
                | gull | 410 | f |
                | tern | 120.5 | m |
                """, birds().take(0, 1), 2, "Numbers stand on the right: --: is for their columns.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("markdown says how many rows it does not show")
    void writesWhatIsLeft() {
        assertLines("""
                | bird | mass | sex |
                | --- | --: | --- |
                | gull | 410 | f |

                and 5 more
                """, birds(), 1, "Nobody should take a part for the whole. An empty line ends the table.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("markdown keeps bars in values from ending a cell")
    void writesBars() {
        Table table = Table.of(List.of(Column.ofTexts("p(a|b)", Type.TEXT, List.of("a|b|c", ""))));
        assertLines("""
                | p(a\\|b) |
                | --- |
                | a\\|b\\|c |
                |  |
                """, table, 5, "A bar in a value or name is written \\|. What is missing is an empty cell.");
    }

    @Test
    void argumentsAreNamed() {
        assertRefused("no column 'kind'; the columns are bird, mass, sex", () -> Groups.by(birds(), "kind"));
        assertRefused(
                "aggregates must have at least 1 entry",
                () -> Groups.by(birds(), "bird").agg());
        assertRefused("column must name a column, but is empty", () -> Aggregate.mean(""));
        assertRefused(
                "column mass must have one type in both tables, but is NUMBER in the left and TEXT in the right one",
                () -> Joins.inner(
                        birds(), Table.of(List.of(Column.ofTexts("mass", Type.TEXT, List.of("410")))), "mass"));
        assertRefused("column bird must have dates", () -> Reports.resampleMonthly(birds(), "bird", "mass"));
        assertRefused("maxRows must be >= 0, but was -1", () -> Reports.markdown(birds(), -1));
    }

    @Test
    void aggregatesAreOfWhatIsKnown() {
        double[] values = {3, Double.NaN, 1};
        assertEquals(3, new Aggregate(Summary.ROWS, "x").of(values));
        assertEquals(2, new Aggregate(Summary.COUNT, "x").of(values));
        assertEquals(4, new Aggregate(Summary.SUM, "x").of(values));
        assertEquals(2, new Aggregate(Summary.MEAN, "x").of(values));
        assertEquals(1, new Aggregate(Summary.MIN, "x").of(values));
        assertEquals(3, new Aggregate(Summary.MAX, "x").of(values));
        for (Summary summary : List.of(Summary.SUM, Summary.MEAN, Summary.MIN, Summary.MAX)) {
            assertEquals(Double.NaN, new Aggregate(summary, "x").of(new double[] {Double.NaN}), "of nothing");
        }
    }

    private static Table birds() {
        return Table.of(List.of(
                Column.ofTexts("bird", Type.TEXT, List.of("gull", "tern", "gull", "", "gull", "tern")),
                Column.ofNumbers("mass", 410, 120.5, Double.NaN, 95, 420, 110),
                Column.ofTexts("sex", Type.TEXT, List.of("f", "m", "m", "f", "f", ""))));
    }

    private static Table kinds() {
        return Table.of(List.of(
                Column.ofTexts("latin", Type.TEXT, List.of("Larus", "Alca", "Chroicocephalus")),
                Column.ofTexts("bird", Type.TEXT, List.of("gull", "auk", "gull")),
                Column.ofNumbers("mass", 400, 700, 250)));
    }

    private static Table days(List<String> days, double... rain) {
        return Table.of(List.of(Column.ofTexts("day", Type.DATE, days), Column.ofNumbers("rain", rain)));
    }

    private static void assertGroups(String what, Groups groups, int[][] expected) {
        assertExact(
                "rows of " + what,
                expected,
                groups.rows().toArray(int[][]::new),
                "Groups in the order of their first rows, row numbers rising. A missing value is a key of its own.");
    }

    private static void assertLines(String expected, Table table, int maxRows, String hint) {
        assertRows(
                "lines of markdown(table, " + maxRows + ")",
                expected.lines().map(List::of).toList(),
                Reports.markdown(table, maxRows).lines().map(List::of).toList(),
                hint);
    }
}
