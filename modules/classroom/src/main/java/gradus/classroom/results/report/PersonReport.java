package gradus.classroom.results.report;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import gradus.classroom.Assignment;
import gradus.classroom.Person;
import gradus.classroom.results.Adjustment;
import gradus.classroom.results.HandedIn;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.Points;
import gradus.classroom.results.RoomGrade;
import gradus.classroom.results.RoomResult;
import gradus.classroom.results.Titles;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one person has, for that person to read: the score and how it came about, what each check said, and which
 * versions graded. Of the seed there is a fingerprint alone: who knew it could foresee what the checks ask next time.
 */
final class PersonReport {
    private static final int DIGITS = 16;

    private final Assignment assignment;
    private final PersonResult result;
    private final Titles titles;
    private final ZoneOffset offset;

    private PersonReport(Assignment assignment, PersonResult result, Titles titles) {
        this.assignment = assignment;
        this.result = result;
        this.titles = titles;
        this.offset = assignment.due().getOffset();
    }

    /**
     * Writes a page in HTML that needs no other file.
     *
     * @param pictures what their code draws, by the ids of the rooms
     */
    static String of(
            Assignment assignment, PersonResult result, Titles titles, Map<String, Picture> pictures, Frame frame) {
        return new PersonReport(assignment, result, titles).page(pictures, frame);
    }

    /** What the file with somebody's report is called; ids differ without regard to case, and so do these. */
    static String file(Person person) {
        return person.id() + ".html";
    }

    private String page(Map<String, Picture> pictures, Frame frame) {
        String title = PlainText.line(assignment.title());
        List<DomContent> rooms = new ArrayList<>();
        for (RoomResult room : result.rooms()) {
            Optional<Picture> picture =
                    Optional.ofNullable(pictures.get(room.assigned().room()));
            rooms.addAll(new RoomSection(room, titles, result.isComplete()).parts(picture));
        }
        return Page.of(
                Elements.nameInWords(result.person()) + ": " + title,
                frame,
                main(
                                h1(title),
                                p(
                                        Elements.name(result.person()),
                                        span(" (" + result.person().id() + ")").withClass("quiet")),
                                p(Elements.points(result.score(), assignment.points()))
                                        .withClass("score"))
                        .with(states())
                        .with(
                                h2("How the score adds up"),
                                table(tbody().with(sums())).withClass("sums"))
                        .with(rooms),
                footer().with(origin()));
    }

    private List<DomContent> states() {
        List<DomContent> states = new ArrayList<>();
        if (result.handedIn().isEmpty()) {
            states.add(p("Nothing was handed in."));
        }
        if (!result.isComplete()) {
            states.add(p("Not everything is graded yet, so this score may still change."));
        }
        return states;
    }

    private List<DomContent> sums() {
        List<DomContent> rows = new ArrayList<>();
        for (RoomResult room : result.rooms()) {
            rows.add(row(
                    titles.room(room.assigned().room()),
                    Elements.points(room.points(), room.assigned().points())));
        }
        result.handedIn().filter(handedIn -> handedIn.daysLate() > 0).ifPresent(handedIn -> rows.add(late(handedIn)));
        for (Adjustment adjustment : result.adjustments()) {
            String what = adjustment.points() == 0 ? "Comment by " : "Changed by ";
            rows.add(row(
                    what + PlainText.line(adjustment.by()) + ", " + Elements.time(adjustment.when(), offset) + ": "
                            + PlainText.line(adjustment.why()),
                    adjustment.points() == 0 ? "" : signed(adjustment.points())));
        }
        boolean isCut = result.earned() - result.lateness() + result.adjusted() < 0;
        rows.add(row("Score" + (isCut ? ", never below 0" : ""), Elements.points(result.score(), assignment.points()))
                .withClass("sum"));
        return rows;
    }

    private DomContent late(HandedIn handedIn) {
        return row(
                "Late by " + Elements.counted(handedIn.daysLate(), "day") + ": " + handedIn.percentOff() + " % of the "
                        + Elements.counted(result.earned(), "point") + " earned",
                signed(-result.lateness()));
    }

    /** With a minus that is as wide as a plus. */
    private static String signed(double points) {
        String text = Points.text(Math.abs(points));
        return points == 0 || text.equals("0") ? "0" : (points < 0 ? "−" : "+") + text;
    }

    private static TrTag row(String what, String points) {
        return tr(th(what).attr("scope", "row"), td(points).withClass("number"));
    }

    private List<DomContent> origin() {
        List<DomContent> parts = new ArrayList<>();
        parts.add(h2("How this score came about"));
        List<DomContent> submission = new ArrayList<>();
        submission.addAll(entry("Due", Elements.time(assignment.due().toInstant(), offset)));
        result.handedIn().ifPresent(handedIn -> {
            submission.addAll(entry("Handed in", Elements.time(handedIn.received(), offset)));
            submission.addAll(entry("Collected from", handedIn.origin()));
            submission.addAll(entry("SHA-256 of all files", handedIn.digest()));
        });
        parts.add(dl().with(submission));
        for (RoomResult room : result.rooms()) {
            room.grade().ifPresent(grade -> {
                parts.add(h3(titles.room(grade.room())));
                parts.add(dl().with(origin(grade)));
            });
        }
        parts.add(p("The same files, room, lab and seed give the same points each time they are graded."));
        return parts;
    }

    private static List<DomContent> origin(RoomGrade grade) {
        List<DomContent> entries = new ArrayList<>();
        entries.addAll(entry("Gradus", grade.lab()));
        entries.addAll(entry("Java", grade.java()));
        entries.addAll(entry("Room", grade.room() + ", version " + beginning(grade.roomVersion())));
        entries.addAll(entry("SHA-256 of its files", grade.files()));
        entries.addAll(entry("Seed, by its fingerprint", grade.seedFingerprint()));
        return entries;
    }

    private static String beginning(String digest) {
        return digest.substring(0, Math.min(DIGITS, digest.length()));
    }

    private static List<DomContent> entry(String what, String value) {
        return List.of(dt(what), dd(PlainText.line(value)));
    }
}
