package gradus.kit.figure;

import gradus.kit.Require;
import java.util.List;
import java.util.Locale;

/** Something about a figure that can be chosen. */
public sealed interface Parameter {
    /** Identifies the parameter, as in {@code --set nComponents=3}. */
    String name();

    /** What a reader sees beside the slider or menu. */
    String label();

    /** The value before anything is chosen, as text. */
    String initialText();

    /** The values that are allowed, in words. */
    String rule();

    /**
     * A number from {@code min} to {@code max} in steps. One with the name {@code steps} or {@code epochs} counts an
     * algorithm's iterations: the browser can play it.
     *
     * @param unit of the number; empty if it has none
     * @param step distance between neighbouring values, above 0
     */
    record Range(String name, String label, String unit, double min, double max, double step, double initial)
            implements Parameter {
        /** @throws IllegalArgumentException if the range is empty, or the initial value is not one of its steps */
        public Range {
            Require.that(min < max, "%s: min must be below max, but min was %s and max %s", name, min, max);
            Require.positive(name + ": step", step);
            Require.that(
                    isStep(initial, min, max, step),
                    "%s: initial must be %s, but was %s",
                    name,
                    rule(min, max, step),
                    plain(initial));
        }

        /** Whether a value is in the range and on one of its steps. */
        public boolean holds(double value) {
            return isStep(value, min, max, step);
        }

        /** Whether it counts the iterations of an algorithm. */
        public boolean countsIterations() {
            return name.equals("steps") || name.equals("epochs");
        }

        @Override
        public String rule() {
            return rule(min, max, step);
        }

        @Override
        public String initialText() {
            return plain(initial);
        }

        private static boolean isStep(double value, double min, double max, double step) {
            double steps = (value - min) / step;
            return value >= min && value <= max && Math.abs(steps - Math.rint(steps)) < 1e-6;
        }

        private static String rule(double min, double max, double step) {
            return "from " + plain(min) + " to " + plain(max) + " in steps of " + plain(step);
        }

        /** Text of a number without a useless ".0". */
        static String plain(double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }
    }

    /** One of several texts. */
    record Choice(String name, String label, List<String> choices, String initial) implements Parameter {
        /** @throws IllegalArgumentException if the initial value is not one of the choices */
        public Choice {
            choices = List.copyOf(choices);
            Require.that(
                    choices.contains(initial),
                    "%s: initial must be one of %s, but was %s",
                    name,
                    String.join(", ", choices),
                    initial);
        }

        @Override
        public String initialText() {
            return initial;
        }

        @Override
        public String rule() {
            return String.join(" | ", choices);
        }
    }

    /**
     * A table of the user's own, as text with a header line, that is drawn instead of the room's data. Empty text,
     * which is the initial value, stands for the room's data.
     */
    record Csv(String name, String label) implements Parameter {
        /** Characters that a table may have. */
        public static final int MAX_LENGTH = 1_000_000;

        @Override
        public String initialText() {
            return "";
        }

        @Override
        public String rule() {
            return String.format(Locale.ROOT, "a CSV file with a header line, at most %,d characters", MAX_LENGTH);
        }
    }
}
