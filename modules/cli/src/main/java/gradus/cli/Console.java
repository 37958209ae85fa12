package gradus.cli;

import com.google.gson.JsonElement;
import gradus.grader.room.Checkout;
import java.nio.file.Path;

/** What commands that a module adds have of the call that they are part of. */
public interface Console {
    /** How far long work is, on a terminal that is written over; nothing where there is none. */
    interface Progress extends AutoCloseable {
        /**
         * Shows how far it is.
         *
         * @param total at least 1
         * @param what what is being done, in a few words
         */
        void show(long done, long total, String what);

        @Override
        void close();
    }

    /** Root folder of the lab. */
    Path home();

    /** Where the command was typed: paths that it names begin there. */
    Path folder();

    Checkout checkout();

    /** A command line of this lab, as the user would type it. */
    String call(String rest);

    void say(String text);

    /** Says text in lines of at most 80 columns. */
    void tell(String text);

    /** Says what does not belong to the answer: errors, and what takes long. */
    void complain(String text);

    void json(JsonElement json);

    /** Whether somebody can answer a question. */
    boolean isTerminal();

    /** Asks a question that is answered with yes or no; no is the default. */
    boolean confirm(String question);

    /** Says what ends the work that begins now. */
    void cancelBy(Runnable end);

    Progress progress();

    /** Shows a page in the desktop's browser, where somebody sits at a terminal of a desktop. */
    void view(String address);
}
