package gradus.classroom.command;

import gradus.classroom.similar.Jplag;
import gradus.classroom.similar.JplagFetch;
import gradus.cli.Console;
import gradus.cli.Usage;
import gradus.datasets.Size;
import gradus.grader.room.Checkout;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Shows what JPlag is and under which licence, and fetches it if the user wants it.
 *
 * @param yes whether the licence was accepted without a question
 * @param isQuiet whether a program reads what is said
 */
record JplagOffer(Console console, Jplag jplag, boolean yes, boolean isQuiet) {
    /**
     * Whether it is here, or is now.
     *
     * @throws Usage if it is not, and nobody can be asked
     */
    boolean isTaken(Checkout checkout) throws IOException {
        if (jplag.isHere()) {
            return true;
        }
        if (!yes && (!console.isTerminal() || isQuiet)) {
            throw new Usage(String.join("\n", terms()) + "\nTo accept the licence and fetch it, add --accept-licence."
                    + " Nothing was fetched.");
        }
        if (!isQuiet) {
            terms().forEach(console::tell);
        }
        if (!yes && !console.confirm("Do you accept the licence, and shall it be fetched?")) {
            console.tell("Then nothing was fetched, and nothing compared.");
            return false;
        }
        new JplagFetch(checkout, jplag).run(LocalDate.now(ZoneId.systemDefault()));
        if (!isQuiet) {
            console.tell("Fetched; every file is as it was published.");
        }
        return true;
    }

    private List<String> terms() {
        return List.of(
                "Work is compared by JPlag " + Jplag.VERSION
                        + ", which is no part of Gradus: it is a program of its own.",
                "Licence: " + Jplag.LICENCE + ". Its libraries: " + Jplag.LICENCES_BESIDE + ".",
                "Source: " + Jplag.SOURCE + ".",
                "To fetch, once: " + Jplag.files() + " files of Maven Central, " + Size.of(Jplag.bytes())
                        + ", by the Maven of this machine.",
                "To be kept in: " + jplag.folder() + ".");
    }
}
