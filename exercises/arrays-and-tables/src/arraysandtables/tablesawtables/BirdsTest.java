package arraysandtables.tablesawtables;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.RowAssertions.assertRows;
import static gradus.checks.RowAssertions.assertSameRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import gradus.datasets.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Means are of few numbers that are exact in binary, so that they are exact, too, and so is every text. */
class BirdsTest {
    private static final String BIRDS = """
            bird,sex,mass,ringed
            gull,f,410,2021-05-03
            tern,m,120.5,2020-06-01
            gull,m,?,2021-04-30
            ,f,95,
            gull,f,420,2021-05-28
            tern,NA,110,2020-06-11
            gull,f,410,2021-05-03
            """;

    private static final String KINDS = """
            latin,bird,weight
            Larus,gull,400
            Alca,auk,700
            Chroicocephalus,gull,250
            Anas,?,1100
            """;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("types are those of the values that are there")
    void findsTypes() {
        assertEquals(
                List.of("STRING", "STRING", "DOUBLE", "LOCAL_DATE"),
                Birds.types(BIRDS),
                "types of bird, sex, mass and ringed. A question mark is a gap, not a text: tell Tablesaw.");
        assertEquals(
                List.of("INTEGER", "STRING"),
                Birds.types("n,name\n1,x\n2,y\n"),
                "types of whole numbers and of texts.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("types are found by all values of a long list")
    void looksAtAllValues() {
        String csv = IntStream.range(0, 12_000)
                .mapToObj(i -> i == 11_350 ? "0.5" : "7")
                .collect(Collectors.joining("\n", "n\n", "\n"));
        assertEquals(
                List.of("DOUBLE"),
                Birds.types(csv),
                "types of 12,000 numbers of which one is no whole number. In long lists Tablesaw looks at some values"
                        + " only, unless it is told not to take a sample.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("countMissing counts nothing, ? and NA")
    void countsMissing() {
        assertEquals(4, Birds.countMissing(BIRDS), "gaps: a mass, a bird, a date and a sex.");
        assertEquals(1, Birds.countMissing(KINDS), "gaps: a bird.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("above gives complete and different rows above the limit, sorted")
    void filters() {
        assertRows(
                "above(birds, \"mass\", 120, \"-mass\")",
                List.of(
                        List.of("gull", "f", "420", "2021-05-28"),
                        List.of("gull", "f", "410", "2021-05-03"),
                        List.of("tern", "m", "120.5", "2020-06-01")),
                Birds.above(BIRDS, "mass", 120, "-mass"),
                "One gull stands there twice; 120 itself would not be above 120.");
        assertRows(
                "above(birds, \"mass\", 410, \"bird\")",
                List.of(List.of("gull", "f", "420", "2021-05-28")),
                Birds.above(BIRDS, "mass", 410, "bird"),
                "410 is not above 410.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("above sorts on all keys")
    void sortsOnSeveralKeys() {
        assertRows(
                "above(list, \"n\", 0, \"kind\", \"-n\")",
                List.of(List.of("a", "3"), List.of("a", "1"), List.of("b", "4"), List.of("b", "2")),
                Birds.above("kind,n\na,1\nb,2\na,3\nb,4\n", "n", 0, "kind", "-n"),
                "Kinds rising, numbers falling within each of them.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("of 344 penguins, 333 miss nothing")
    void penguins() {
        String csv = csv("penguins/penguins.csv");

        // A. M. Horst, A. P. Hill and K. B. Gorman, palmerpenguins, 2020: 333 of 344 penguins are complete
        assertEquals(19, Birds.countMissing(csv), "gaps: 11 sexes and four measures of 2 penguins.");
        assertEquals(
                333, Birds.above(csv, "body_mass_g", 0, "species").size(), "complete penguins heavier than nothing.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("means has keys, mean and number of known values of each group")
    void findsMeans() {
        assertRows(
                "means(list, \"mass\", \"bird\")",
                List.of(List.of("gull", "415", "2"), List.of("tern", "115.25", "2")),
                Birds.means("bird,mass\ntern,120.5\ngull,410\ngull,?\ntern,110\ngull,420\n", "mass", "bird"),
                "A mass that is missing counts in neither.");
        assertRows(
                "means(list, \"mass\", \"sex\", \"bird\")",
                List.of(
                        List.of("f", "gull", "410", "1"),
                        List.of("f", "tern", "110", "1"),
                        List.of("m", "gull", "430", "2")),
                Birds.means("bird,sex,mass\ngull,m,420\ngull,f,410\ngull,m,440\ntern,f,110\n", "mass", "sex", "bird"),
                "Groups by all keys, sorted on them in their order.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("joined gives every pair")
    void joinsInner() {
        assertSameRows(
                "joined(birds, kinds, \"bird\", false)",
                List.of(
                        List.of("gull", "410", "Larus", "400"),
                        List.of("gull", "410", "Chroicocephalus", "250"),
                        List.of("gull", "420", "Larus", "400"),
                        List.of("gull", "420", "Chroicocephalus", "250")),
                Birds.joined("bird,mass\ngull,410\ntern,110\ngull,420\n", KINDS, "bird", false),
                "Two gulls and two kinds of gulls are four pairs.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("joined keeps rows without partner if asked to")
    void joinsLeft() {
        assertSameRows(
                "joined(birds, kinds, \"bird\", true)",
                List.of(
                        List.of("gull", "410", "Larus", "400"),
                        List.of("gull", "410", "Chroicocephalus", "250"),
                        List.of("tern", "110", "", "")),
                Birds.joined("bird,mass\ngull,410\ntern,110\n", KINDS, "bird", true),
                "The tern stays, with gaps.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a missing key has no partner")
    void joinsNothingMissing() {
        String birds = "bird,mass\n?,95\ntern,110\n";
        assertSameRows(
                "joined(birds, kinds, \"bird\", true) of a bird of unknown kind",
                List.of(List.of("", "95", "", ""), List.of("tern", "110", "", "")),
                Birds.joined(birds, KINDS, "bird", true),
                "To Tablesaw all missing texts are equal, so a bird that nobody knows gets a Latin name. Take the rows with a"
                        + " missing key away from the right table first.");
        assertSameRows(
                "joined(birds, kinds, \"bird\", false) of a bird of unknown kind",
                List.of(),
                Birds.joined(birds, KINDS, "bird", false),
                "Two birds of unknown kind are not the same.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("crossed has a row and a column for each value")
    void crosses() {
        String csv = "bird,sex,mass\ntern,m,120.5\ngull,f,410\ngull,f,420\ngull,m,430\n";
        assertRows(
                "crossed(list, \"bird\", \"sex\", \"mass\", [f, m])",
                List.of(List.of("gull", "415", "430"), List.of("tern", "", "120.5")),
                Birds.crossed(csv, "bird", "sex", "mass", List.of("f", "m")),
                "Means in the cells, a gap where there is no bird.");
        assertRows(
                "crossed(list, \"bird\", \"sex\", \"mass\", [m, f])",
                List.of(List.of("gull", "430", "415"), List.of("tern", "120.5", "")),
                Birds.crossed(csv, "bird", "sex", "mass", List.of("m", "f")),
                "Columns in the order asked for.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("monthly gives the mean of each month of each year")
    void findsMonths() {
        assertRows(
                "monthly(list, \"ringed\", \"mass\")",
                List.of(List.of("2019-06", "100"), List.of("2020-05", "410"), List.of("2020-06", "115.25")),
                Birds.monthly(
                        "ringed,mass\n2020-06-01,120.5\n2020-05-30,410\n2020-06-30,110\n2019-06-15,100\n2020-06-03,?\n",
                        "ringed",
                        "mass"),
                "June 2019 is another month than June 2020.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("ten years of days in Melbourne are 120 months")
    void temperatures() {
        List<List<String>> months = Birds.monthly(csv("timeseries/daily-min-temperatures.csv"), "Date", "Temp");

        assertEquals(120, months.size(), "months of 3,650 days from 1981 to 1990.");
        assertEquals("1981-01", months.get(0).get(0), "the first month.");
        assertEquals("1990-12", months.get(119).get(0), "the last month.");
    }

    @Test
    void argumentsAreNamed() {
        assertRefused("keys must name at least 1 column", () -> Birds.means(BIRDS, "mass"));
    }

    private static String csv(String path) {
        Table table = Datasets.table(path);
        return Stream.concat(Stream.of(table.columns()), table.rows().stream())
                .map(row -> String.join(",", row))
                .collect(Collectors.joining("\n"));
    }
}
