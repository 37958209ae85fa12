package javabasics.csvstreams;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("fields splits a row at its delimiters, and an empty field counts")
    void splitsAtDelimiters() {
        assertEquals(
                List.of("a", "b c", "", "d", ""),
                CsvReader.fields("a,b c,,d,", ','),
                "fields of a,b c,,d, : there is one field more than delimiters, also where the last one is empty.");
        assertEquals(List.of("a"), CsvReader.fields("a", ','), "fields of a: without a delimiter there is one field.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("fields splits at the delimiter it is given, and at no other")
    void splitsAtThatDelimiterOnly() {
        assertEquals(
                List.of("3,5", "a|b"),
                CsvReader.fields("3,5;a|b", ';'),
                "fields of 3,5;a|b with the delimiter ';': a comma is an ordinary character here.");
        assertEquals(
                List.of("3,5;a", "b"),
                CsvReader.fields("3,5;a|b", '|'),
                "fields of 3,5;a|b with the delimiter '|': it stands for itself, not for a pattern.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("fields leaves spaces where they are")
    void leavesSpaces() {
        assertEquals(
                List.of("39", " State-gov", " "),
                CsvReader.fields("39, State-gov, ", ','),
                "fields of '39, State-gov, ': spaces belong to their field; whoever reads it may strip them.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a field in quotes may hold delimiters, and its quotes are no part of it")
    void quotesHoldDelimiters() {
        assertEquals(
                List.of("1", "Braund, Mr. Owen Harris", "", "male"),
                CsvReader.fields("1,\"Braund, Mr. Owen Harris\",\"\",male", ','),
                "fields of 1,\"Braund, Mr. Owen Harris\",\"\",male : between quotes a comma is text.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("two quotes inside of quotes stand for one")
    void doubledQuotes() {
        assertEquals(
                List.of("say \"hi\"", "\"", "x"),
                CsvReader.fields("\"say \"\"hi\"\"\",\"\"\"\",x", ','),
                "fields of \"say \"\"hi\"\"\",\"\"\"\",x : look at the character after a quote before you close.");
    }

    @Graded(stage = 1)
    @DisplayName("fields refuses a quote that is never closed")
    void refusesOpenQuotes() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CsvReader.fields("a,\"b,c", ','),
                "In a,\"b,c a quote is opened and never closed: at the end, look whether you are between quotes.");
    }

    @Graded(stage = 1)
    @DisplayName("fields refuses quotes where none may stand")
    void refusesMisplacedQuotes() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CsvReader.fields("\"a\"b,c", ','),
                "In \"a\"b,c a letter follows a closing quote: only a delimiter or the end may.");
        assertThrows(
                IllegalArgumentException.class,
                () -> CsvReader.fields("a 5\" pipe,c\"", ','),
                "In a 5\" pipe,c\" a field that does not begin with a quote holds one.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("readRow gives row after row with the line on which each begins, then null")
    void readsRowsWithTheirLines() {
        CsvReader reader = reader("name,age", "", "Ann,31", "", "", "Bo,27", "");

        assertEquals(new Row(1, List.of("name", "age")), reader.readRow(), "the first row.");
        assertEquals(
                new Row(3, List.of("Ann", "31")),
                reader.readRow(),
                "the second row: empty lines are no rows, but they count as lines.");
        assertEquals(new Row(6, List.of("Bo", "27")), reader.readRow(), "the third row.");
        assertNull(reader.readRow(), "after the last row comes null, also where empty lines are left.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a field in quotes may go on over several lines")
    void readsRowsOverSeveralLines() {
        CsvReader reader = reader("1,\"Elm Street,", "", "Springwood\"", "2,Main Street");

        assertEquals(
                new Row(1, List.of("1", "Elm Street,\n\nSpringwood")),
                reader.readRow(),
                "the row of lines 1 to 3: as long as the number of quotes is odd, the row goes on after a line break.");
        assertEquals(
                new Row(4, List.of("2", "Main Street")),
                reader.readRow(),
                "the row on line 4: each row names the line on which it begins.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a broken row is refused with its line, the reason, and the cause")
    void brokenRowsNameTheirLine() {
        CsvReader reader = reader("a,b", "", "1,\"2\" ,", "3,4");
        reader.readRow();

        MalformedRowException thrown = assertThrows(
                MalformedRowException.class,
                reader::readRow,
                "The row on line 3 has a space after a closing quote: catch what fields throws, and say which line.");
        assertEquals(3, thrown.line(), "line() of the exception for the row on line 3.");
        String reason = thrown.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : null;
        assertTrue(
                reason != null,
                "the cause of the exception must be what fields threw: super(message, cause) keeps it.");
        assertEquals(
                "line 3: " + reason,
                thrown.getMessage(),
                "the message of the exception: 'line 3: ', then the message of the cause.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a row with more or fewer fields than the first is refused, and the next one is read")
    void rowsOfAnotherWidth() {
        CsvReader reader = reader("a,b", "1", "2,3,4", "5,6");
        reader.readRow();

        for (int line = 2; line <= 3; line++) {
            assertEquals(
                    line,
                    assertThrows(
                                    MalformedRowException.class,
                                    reader::readRow,
                                    "Line " + line + " does not have 2 fields, as the first row has.")
                            .line(),
                    "line() of the exception for a row on line " + line + ".");
        }
        assertEquals(
                new Row(4, List.of("5", "6")),
                reader.readRow(),
                "the row after two broken ones: reading goes on there.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("readRow takes no more lines than its row has")
    void readsNoMoreThanItsRow() {
        Probe probe = new Probe("a,b", "1,2", "3,4", "5,6");
        CsvReader reader = probe.reader();
        assertEquals(0, probe.nTaken, "lines taken before the first row was asked for.");

        reader.readRow();
        reader.readRow();
        assertEquals(
                2, probe.nTaken, "lines taken for two rows: a file may be larger than memory, so take only these.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("a loop over the reader sees every row once")
    void loopsOverAllRows() {
        List<Row> rows = new ArrayList<>();
        for (Row row : reader("a,b", "1,2", "3,4")) {
            rows.add(row);
        }

        assertEquals(
                List.of(new Row(1, List.of("a", "b")), new Row(2, List.of("1", "2")), new Row(3, List.of("3", "4"))),
                rows,
                "the rows of a loop over three lines.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("hasNext may be called any number of times, and next without it")
    void hasNextKeepsItsRow() {
        Iterator<Row> rows = reader("a", "b", "c").iterator();

        assertTrue(rows.hasNext(), "hasNext() before the first of three rows must be true.");
        assertTrue(rows.hasNext(), "hasNext() asked a second time must be true.");
        assertEquals(new Row(1, List.of("a")), rows.next(), "next() after two calls of hasNext(): none may be lost.");
        assertEquals(new Row(2, List.of("b")), rows.next(), "next() without hasNext(): it reads the row itself.");
    }

    @Graded(stage = 3)
    @DisplayName("next beyond the last row throws NoSuchElementException")
    void nextBeyondTheEnd() {
        Iterator<Row> rows = reader("a").iterator();
        assertEquals(new Row(1, List.of("a")), rows.next(), "next() of a table of one row.");

        assertEquals(false, rows.hasNext(), "hasNext() after the only row.");
        assertThrows(
                NoSuchElementException.class,
                rows::next,
                "There is no second row. An iterator says so with that exception, not with null.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("iterating reads a row only when somebody asks for it")
    void iteratesLazily() {
        Probe probe = new Probe("a", "b", "c", "d");
        Iterator<Row> rows = probe.reader().iterator();
        assertEquals(0, probe.nTaken, "lines taken by iterator(): nobody has asked for a row yet.");

        rows.next();
        assertEquals(1, probe.nTaken, "lines taken after one next().");
        assertTrue(rows.hasNext(), "hasNext() after one of four rows must be true.");
        assertEquals(2, probe.nTaken, "lines taken after hasNext(): it must read one row to know.");
    }

    @Graded(stage = 4)
    @DisplayName("closing a reader closes what it reads, once")
    void closesOnce() {
        Probe probe = new Probe("a", "b");
        CsvReader reader = probe.reader();

        reader.close();
        assertEquals(1, probe.nClosed, "calls of onClose after close().");
        reader.close();
        assertEquals(1, probe.nClosed, "calls of onClose after close() twice: the second one has nothing to do.");
    }

    @Graded(stage = 4)
    @DisplayName("a closed reader reads no more")
    void closedReadersReadNoMore() {
        CsvReader reader = reader("a", "b");
        reader.close();

        assertThrows(
                IllegalStateException.class,
                reader::readRow,
                "The reader is closed: remember that in isClosed, which readRow looks at.");
    }

    @Graded(stage = 4)
    @DisplayName("read returns what the task returned, and closes after it")
    void readClosesAfterTheTask() {
        Probe probe = new Probe("a,b", "1,2");
        int[] closedDuring = new int[1];

        assertEquals(
                List.of("a", "b"),
                CsvReader.read(probe, probe::close, ',', reader -> {
                    Row row = reader.readRow();
                    closedDuring[0] = probe.nClosed;
                    return row == null ? List.of() : row.fields();
                }),
                "what read returns when its task returns the fields of the first row.");
        assertEquals(0, closedDuring[0], "calls of onClose while the task still reads.");
        assertEquals(1, probe.nClosed, "calls of onClose after the task.");
    }

    @Graded(stage = 4, points = 2)
    @DisplayName("read closes the table even when the task throws")
    void readClosesWhenTheTaskThrows() {
        Probe probe = new Probe("a,b", "1,2");

        ArithmeticException thrown = assertThrows(
                ArithmeticException.class,
                () -> CsvReader.read(probe, probe::close, ',', reader -> {
                    throw new ArithmeticException("of the task");
                }),
                "What the task throws is for the caller of read: do not keep it.");
        assertEquals("of the task", thrown.getMessage(), "the message of what read throws.");
        assertEquals(1, probe.nClosed, "calls of onClose after a task that threw.");
    }

    @Graded(stage = 4)
    @DisplayName("trouble in closing does not hide why the task failed")
    void closingHidesNothing() {
        Runnable broken = () -> {
            throw new UnsupportedOperationException("of closing");
        };

        assertThrows(
                ArithmeticException.class,
                () -> CsvReader.read(List.of("a").iterator(), broken, ',', reader -> {
                    throw new ArithmeticException("of the task");
                }),
                "Both the task and closing failed. The task failed first, and what came of it is of less interest.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("the Titanic's list has 891 passengers, with commas in their names")
    void titanic() {
        try (CsvReader reader = CsvReader.ofDataset("titanic/train.csv", ',')) {
            Iterator<Row> rows = reader.iterator();
            List<String> header = rows.next().fields();
            assertEquals("Name", header.size() < 4 ? "" : header.get(3), "the fourth column of titanic/train.csv.");
            int nPassengers = 0;
            Row last = new Row(0, List.of());
            while (rows.hasNext()) {
                last = rows.next();
                nPassengers++;
            }
            assertEquals(891, nPassengers, "passengers in titanic/train.csv, the header not counted.");
            assertEquals(
                    new Row(
                            892,
                            List.of(
                                    "891",
                                    "0",
                                    "3",
                                    "Dooley, Mr. Patrick",
                                    "male",
                                    "32.0",
                                    "0",
                                    "0",
                                    "370376",
                                    "7.75",
                                    "",
                                    "Q")),
                    last,
                    "the last passenger.");
        }
    }

    @Test
    @DisplayName("a reader of a data set is closed with it")
    void readersOfDataSetsClose() {
        try (CsvReader reader = CsvReader.ofDataset("iris/iris.csv", ',')) {
            assertNotNull(reader.readRow());
        }
    }

    private static CsvReader reader(String... lines) {
        return new CsvReader(List.of(lines).iterator(), () -> {}, ',');
    }

    /** Lines that count how many were taken, and how often they were closed. */
    private static final class Probe implements Iterator<String> {
        private final Iterator<String> lines;
        private int nTaken;
        private int nClosed;

        Probe(String... lines) {
            this.lines = List.of(lines).iterator();
        }

        CsvReader reader() {
            return new CsvReader(this, this::close, ',');
        }

        void close() {
            nClosed++;
        }

        @Override
        public boolean hasNext() {
            return lines.hasNext();
        }

        @Override
        public String next() {
            nTaken++;
            return lines.next();
        }
    }
}
