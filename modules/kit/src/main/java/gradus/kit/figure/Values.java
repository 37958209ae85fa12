package gradus.kit.figure;

import gradus.kit.Require;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Csv;
import gradus.kit.figure.Parameter.Range;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value for every parameter of a figure. */
public final class Values {
    private final Map<String, String> texts;

    private Values(Map<String, String> texts) {
        this.texts = Collections.unmodifiableMap(texts);
    }

    /** The values before anything is chosen. */
    public static Values initial(List<Parameter> parameters) {
        return of(parameters, Map.of());
    }

    /**
     * Checks what was chosen.
     *
     * @param chosen parameter names and values as text; parameters that are left out keep their initial value
     * @throws IllegalArgumentException if a name is unknown or a value is not allowed
     */
    public static Values of(List<Parameter> parameters, Map<String, String> chosen) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            texts.put(parameter.name(), checked(parameter, chosen.get(parameter.name())));
        }
        for (String name : chosen.keySet()) {
            Require.that(
                    texts.containsKey(name),
                    "%s is not a parameter of this figure, %s",
                    name,
                    parameters.isEmpty() ? "which has none" : "which has " + names(parameters));
        }
        return new Values(texts);
    }

    /**
     * The number chosen for a {@link Range}.
     *
     * @throws IllegalArgumentException if there is no such parameter, or it is a choice
     */
    public double number(String name) {
        try {
            return Double.parseDouble(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a choice, not a number: read it with choice(name)", e);
        }
    }

    /**
     * The whole number chosen for a {@link Range}.
     *
     * @throws IllegalArgumentException if there is no such parameter, or it is not a whole number
     */
    public int whole(String name) {
        double number = number(name);
        Require.that(
                number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE,
                "%s must be a whole number, but was %s",
                name,
                text(name));
        return (int) number;
    }

    /**
     * The text chosen for a {@link Choice}.
     *
     * @throws IllegalArgumentException if there is no such parameter
     */
    public String choice(String name) {
        return text(name);
    }

    /**
     * The table given for a {@link Csv}, as text; empty for the room's own data.
     *
     * @throws IllegalArgumentException if there is no such parameter
     */
    public String csv(String name) {
        return text(name);
    }

    /** All values as text, in the order of the parameters; {@link #of} makes the same values of it. */
    public Map<String, String> asMap() {
        return texts;
    }

    private String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException(
                    name + " is not a parameter of this figure, which has " + String.join(", ", texts.keySet()));
        }
        return text;
    }

    private static String checked(Parameter parameter, @Nullable String text) {
        if (text == null) {
            return parameter.initialText();
        }
        if (parameter instanceof Range range) {
            Require.that(isStep(range, text), "%s must be a number %s, but was %s", range.name(), range.rule(), text);
            return Range.plain(Double.parseDouble(text));
        }
        if (parameter instanceof Csv csv) {
            Require.that(
                    text.length() <= Csv.MAX_LENGTH,
                    "%s must be %s, but has %,d",
                    csv.name(),
                    csv.rule(),
                    text.length());
            return text;
        }
        Choice choice = (Choice) parameter;
        Require.that(
                choice.choices().contains(text),
                "%s must be one of: %s; but was: %s",
                choice.name(),
                String.join("; ", choice.choices()),
                text);
        return text;
    }

    private static boolean isStep(Range range, String text) {
        try {
            return range.holds(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values values && texts.equals(values.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
