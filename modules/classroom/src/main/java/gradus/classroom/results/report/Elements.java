package gradus.classroom.results.report;

import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.img;
import static j2html.TagCreator.li;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.tag;

import gradus.classroom.Person;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.Points;
import j2html.tags.DomContent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** What stands in both reports. */
final class Elements {
    private static final int MAX_NAME = 80;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm (xxx)", Locale.ROOT);

    private Elements() {}

    /** The name of somebody, whichever way it is written; their id where there is none. */
    static DomContent name(Person person) {
        return tag("bdi").withText(nameInWords(person));
    }

    static String nameInWords(Person person) {
        String name = PlainText.line(person.name());
        if (name.isEmpty()) {
            return person.id();
        }
        int end = name.offsetByCodePoints(0, Math.min(MAX_NAME, name.codePointCount(0, name.length())));
        return end == name.length() ? name : name.substring(0, end) + " …";
    }

    /** One of the numbers that stand above the rest. */
    static DomContent number(String number, String what) {
        return li(strong(number), span(what));
    }

    /** The word of a status or an outcome, so that colour alone says nothing. */
    static DomContent badge(String word) {
        return span(inWords(word)).withClass("badge " + word);
    }

    /** Words of statuses and outcomes as people write them. */
    static String inWords(String word) {
        return word.replace('-', ' ');
    }

    /** Lines of somebody else's. */
    static DomContent lines(String text) {
        return pre(PlainText.words(text));
    }

    /** Such as {@code 7.5 of 10 points}. */
    static String points(double earned, double possible) {
        return Points.text(earned) + " of " + counted(possible, "point");
    }

    /** Such as {@code 1 point} or {@code 3 points}. */
    static String counted(double number, String what) {
        return Points.text(number) + " " + what + (number == 1 ? "" : "s");
    }

    /** Such as {@code 1 person} or {@code 3 people}. */
    static String people(int number) {
        return number == 1 ? "1 person" : number + " people";
    }

    static String time(Instant when, ZoneOffset offset) {
        return TIME.format(OffsetDateTime.ofInstant(when, offset));
    }

    /** A picture with its words below it. */
    static DomContent picture(Picture picture) {
        return figure(
                img().withSrc("data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png()))
                        .withAlt(picture.title() + ", described below")
                        .attr("width", picture.width())
                        .attr("height", picture.height()),
                figcaption(PlainText.words(picture.description())));
    }
}
