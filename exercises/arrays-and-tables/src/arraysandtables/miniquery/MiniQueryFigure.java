package arraysandtables.miniquery;

import arraysandtables.dataframecore.Table;
import arraysandtables.dataframegroups.Aggregate;
import gradus.datasets.Datasets;
import gradus.kit.NoData;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;

/** How many rows each step of a question hands on, as it was written and optimised. */
public final class MiniQueryFigure implements Figure<MiniQueryFigure.Series> {
    private static final List<String> GENRES = List.of("Horror", "War", "Western");

    /**
     * What was done to find the answer.
     *
     * @param data which ratings these are
     * @param written (nSteps) the steps of the question as it was written
     * @param optimised (nSteps) the steps of the optimised one
     * @param best title of the film that is first in the answer
     * @param isSame whether both found the same rows
     */
    public record Series(String data, List<Step> written, List<Step> optimised, String best, boolean isSame) {}

    /** Ratings, and films with a row for each of their genres. */
    private record Source(String name, Table ratings, Table films) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("genre", "films of the genre", GENRES, "Western"),
                new Range("stars", "ratings of at least", "stars", 1, 5, 1, 4));
    }

    @Override
    public Series series(Values values) {
        Source source = source();
        MiniQuery query = MiniQuery.from(source.ratings)
                .join(MiniQuery.from(source.films), "film_id")
                .where(Condition.of("genre", "=", values.choice("genre")))
                .where(Condition.of("rating", ">=", String.valueOf(values.whole("stars"))))
                .groupBy(List.of("title"), Aggregate.rows())
                .orderBy("-count(*)", "title")
                .limit(10);
        MiniQuery optimised = query.optimised();
        List<List<String>> rows = optimised.rows().rows();
        return new Series(
                source.name,
                query.explain(),
                optimised.explain(),
                rows.isEmpty() ? "none" : rows.get(0).get(0),
                rows.equals(query.rows().rows()));
    }

    private static Source source() {
        try {
            List<String> genres =
                    Datasets.headerless("ml-100k/u.genre", "genre", "number").text("genre");
            List<List<String>> films =
                    Datasets.headerless("ml-100k/u.item", StandardCharsets.ISO_8859_1).rows().stream()
                            .flatMap(row -> IntStream.range(0, genres.size())
                                    .filter(k -> row.get(5 + k).equals("1"))
                                    .mapToObj(k -> List.of(row.get(0), row.get(1), genres.get(k))))
                            .toList();
            return new Source(
                    "MovieLens",
                    Table.ofDataset("ml-100k/u.data", "user_id", "film_id", "rating", "rated"),
                    Table.read(List.of("film_id", "title", "genre"), films));
        } catch (NoData e) {
            return madeUp();
        }
    }

    private static Source madeUp() {
        SplittableRandom random = new SplittableRandom(9);
        List<String> genres = List.of("Drama", "Comedy", "Drama", "Comedy", "Action", "Horror", "War", "Western");
        List<List<String>> films = new ArrayList<>();
        List<List<String>> ratings = new ArrayList<>();
        for (int film = 0; film < 300; film++) {
            String genre = genres.get(random.nextInt(genres.size()));
            films.add(List.of(String.valueOf(film), "Film " + film, genre));
            int other = random.nextInt(genres.size());
            if (!genres.get(other).equals(genre)) {
                films.add(List.of(String.valueOf(film), "Film " + film, genres.get(other)));
            }
            for (int user = (int) Math.exp(5 * random.nextDouble()); user > 0; user--) {
                long rating = Math.max(1, Math.min(5, Math.round(3.5 + 1.1 * random.nextGaussian())));
                ratings.add(List.of(String.valueOf(user), String.valueOf(film), String.valueOf(rating)));
            }
        }
        return new Source(
                "made-up ratings",
                Table.read(List.of("user_id", "film_id", "rating"), ratings),
                Table.read(List.of("film_id", "title", "genre"), films));
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        int most = most(yours.written, most(yours.optimised, 1));
        return new Drawing(
                "Two ways to one answer: which films of a genre do most people like? (" + yours.data + ")",
                List.of(
                        steps("As written", yours.written, 0, reference == null ? null : reference.written, most),
                        steps("Optimised", yours.optimised, 1, reference == null ? null : reference.optimised, most)),
                description(values, yours, reference));
    }

    private static int most(List<Step> steps, int least) {
        return steps.stream().mapToInt(Step::rows).reduce(least, Math::max);
    }

    private static long sum(List<Step> steps) {
        return steps.stream().mapToLong(Step::rows).sum();
    }

    private static CategoryChart steps(
            String way, List<Step> steps, int group, @Nullable List<Step> reference, int most) {
        CategoryChart chart = Style.bars(
                String.format(Locale.ROOT, "%s: %,d rows in all", way, sum(steps)), "step", "rows handed on");
        chart.getStyler().setXAxisLabelRotation(30).setXAxisMaxLabelCount(20);
        chart.getStyler().setYAxisMin(1.0).setYAxisMax((double) most);
        Style.logarithmicY(chart);
        if (!steps.isEmpty()) {
            Style.bars(chart, "rows", group, words(steps), heights(steps));
        }
        if (reference != null && words(reference).equals(words(steps))) {
            Style.referenceBars(chart, "reference", words(reference), heights(reference));
        }
        return chart;
    }

    /** With their numbers in front, for two steps may do the same. */
    private static List<String> words(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(k -> (k + 1) + " " + steps.get(k).words().replace("where ", ""))
                .toList();
    }

    /** 0 rows stand at 1, where the axis begins. */
    private static List<Double> heights(List<Step> steps) {
        return steps.stream().map(step -> (double) Math.max(1, step.rows())).toList();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "%s, films of the genre %s with ratings of at least %d; the first is %s. Rows that each step hands on."
                        + " Left, as written: %s; %,d in all. Right, optimised: %s; %,d in all. The answers are %s.",
                yours.data,
                values.choice("genre"),
                values.whole("stars"),
                yours.best,
                sentence(yours.written),
                sum(yours.written),
                sentence(yours.optimised),
                sum(yours.optimised),
                yours.isSame ? "the same" : "different");
        if (reference == null) {
            return words;
        }
        return words
                + (heights(reference.written).equals(heights(yours.written))
                                && heights(reference.optimised).equals(heights(yours.optimised))
                                && reference.best.equals(yours.best)
                        ? " The reference takes as many rows."
                        : " The reference takes other ways.");
    }

    private static String sentence(List<Step> steps) {
        return String.join(
                ", ",
                steps.stream()
                        .map(step -> String.format(Locale.ROOT, "%s %,d", step.words(), step.rows()))
                        .toList());
    }
}
