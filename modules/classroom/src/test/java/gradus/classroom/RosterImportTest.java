package gradus.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterImportTest {
    @TempDir
    Path folder;

    private RosterImport read(String text) throws IOException {
        return RosterImport.read(Files.writeString(folder.resolve("people.csv"), text));
    }

    private String refusal(String text) {
        return String.valueOf(assertThrows(Trouble.class, () -> read(text)).getMessage());
    }

    @Test
    void plainTable() throws IOException {
        RosterImport read = read("id,name,email\nbob,Bob Builder,bob@x.org\nada,Ada Lovelace,\n");

        assertEquals("Gradus", read.format());
        assertEquals(
                List.of("Ada Lovelace", "Bob Builder"),
                read.roster().people().stream().map(Person::name).toList());
    }

    @Test
    void spreadsheetsWithByteOrderMarkAndSemicolons() throws IOException {
        RosterImport read = read("\uFEFFid;name;email\r\nada;\"Lovelace; Ada\";ada@x.org\r\n\r\n");

        assertEquals("Lovelace; Ada", read.roster().people().get(0).name());
    }

    @Test
    void canvasWithPointsPossibleAndTestStudent() throws IOException {
        RosterImport read = read("""
                Student,ID,SIS User ID,SIS Login ID,Section,Homework 0 (77)
                "    Points Possible",,,,,10
                "Lovelace, Ada",1001,S-1,ada,ML 1,9
                "Student, Test",1002,,,ML 1,
                """);

        assertEquals("Canvas", read.format());
        assertEquals(1, read.roster().people().size());
        Person ada = read.roster().people().get(0);
        assertEquals("ada", ada.id());
        assertEquals("Ada Lovelace", ada.name());
        assertEquals("1001", ada.column("canvas:ID"));
        assertEquals("Lovelace, Ada", ada.column("canvas:Student"));
    }

    @Test
    void moodleWorksheet() throws IOException {
        RosterImport read = read("""
                Identifier,Full name,Email address,Status,Grade
                Participant 4711,Ada Lovelace,ada@x.org,No submission,
                """);

        assertEquals("Moodle", read.format());
        assertEquals("ada@x.org", read.roster().people().get(0).id());
        assertEquals("Participant 4711", read.roster().people().get(0).column("moodle:Identifier"));
    }

    @Test
    void gradescopeWithoutItsInstructors() throws IOException {
        RosterImport read = read("""
                First Name,Last Name,SID,Email,Role
                Ada,Lovelace,17,ada@x.org,Student
                Grace,Hopper,18,grace@x.org,Instructor
                """);

        assertEquals("Gradescope", read.format());
        assertEquals(
                List.of("17"), read.roster().people().stream().map(Person::id).toList());
    }

    @Test
    void whatCannotBeToldApartIsNamedWithItsLines() {
        String words = refusal("""
                id,name,email
                ada,Ada Lovelace,a@x.org
                ADA,Ada Again,b@x.org
                bob,Bob Builder,A@x.org
                ../etc,Eve,
                cyd,,c@x.org
                """);

        assertTrue(words.contains("line 3: the id ADA stands in line 2 too"), words);
        assertTrue(words.contains("line 4: the e-mail address A@x.org stands in line 2 too"), words);
        assertTrue(words.contains("line 5: the id '../etc' must have 1 to 64 letters, digits"), words);
        assertTrue(words.contains("line 6: cyd has no name"), words);
        assertTrue(words.contains("Nothing was changed"), words);
    }

    @Test
    void otherTablesAndNoTables() throws IOException {
        assertTrue(refusal("a,b\n1,2\n").contains("has the columns a, b. A roster has id, name, email"));
        assertTrue(refusal("").contains("is empty"));
        assertTrue(refusal("id,name\n").contains("names nobody below its header"));
        Path latin = Files.write(
                folder.resolve("latin.csv"), "id,name\nada,Ad\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        String words = String.valueOf(
                assertThrows(Trouble.class, () -> RosterImport.read(latin)).getMessage());
        assertTrue(words.contains("is not in UTF-8. Export it again as 'CSV UTF-8'"), words);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Course course = Course.create(folder.resolve("class"), "Made up");
        Roster roster = read("Student,ID,SIS User ID,SIS Login ID,Section\n\"=cmd(), \"\"Ada\"\"\",1,,ada,\"A, B\"\n")
                .roster();

        roster.write(course);

        assertEquals(roster, Roster.of(course));
    }
}
