package arraysandtables.sqlqueries;

import arraysandtables.dataframecore.Table;
import gradus.kit.NoData;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** How genres are liked, and films by how many people rated them. */
public final class QueriesFigure implements Figure<QueriesFigure.Series> {
    private static final List<String> GENRES = List.of("Drama", "Comedy", "Action", "Thriller", "Horror", "War");
    private static final int N_FILMS = 400;

    /**
     * What the database answered.
     *
     * @param data which ratings these are
     * @param genres (nGenres) best first
     * @param means (nGenres) mean rating, from 1 to 5
     * @param nRatings (nFilms) of each film that enough people rated
     * @param ratings (nFilms) its mean rating
     * @param best title of the film that is liked best
     */
    public record Series(
            String data, List<String> genres, List<Double> means, double[] nRatings, double[] ratings, String best) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(new Range("least", "films with at least so many ratings", "", 1, 201, 10, 1));
    }

    @Override
    public Series series(Values values) {
        try {
            return series("MovieLens, 100,000 ratings", values, Queries.ofDatasets());
        } catch (NoData e) {
            return series("made-up ratings", values, madeUp());
        }
    }

    private static Series series(String data, Values values, Queries queries) {
        List<List<String>> genres = queries.genres();
        List<List<String>> films = queries.wellKnown(values.whole("least"));
        queries.close();
        return new Series(
                data,
                genres.stream().map(row -> row.get(0)).toList(),
                genres.stream().map(row -> Double.valueOf(row.get(2))).toList(),
                films.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get(1)))
                        .toArray(),
                films.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get(2)))
                        .toArray(),
                films.isEmpty() ? "none" : films.get(0).get(0));
    }

    private static Queries madeUp() {
        SplittableRandom random = new SplittableRandom(6);
        List<List<String>> films = new ArrayList<>();
        List<List<String>> genres = new ArrayList<>();
        List<List<String>> ratings = new ArrayList<>();
        for (int film = 0; film < N_FILMS; film++) {
            int genre = random.nextInt(GENRES.size());
            double quality = 3.9 - 0.15 * genre + 0.4 * random.nextGaussian();
            films.add(List.of(String.valueOf(film), "Film " + film));
            genres.add(List.of(String.valueOf(film), GENRES.get(genre)));
            int n = (int) Math.min(400, Math.exp(5.5 * random.nextDouble()));
            for (int user = 0; user < n; user++) {
                long rating = Math.round(quality + random.nextGaussian());
                ratings.add(List.of(
                        String.valueOf(user), String.valueOf(film), String.valueOf(Math.max(1, Math.min(5, rating)))));
            }
        }
        return Queries.of(
                List.of("films", "film_genres", "ratings"),
                List.of(
                        Table.read(List.of("film_id", "title"), films),
                        Table.read(List.of("film_id", "genre"), genres),
                        Table.read(List.of("user_id", "film_id", "rating"), ratings)));
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "What people like, asked of a database; " + yours.data,
                List.of(genres(yours, reference), films(values, yours, reference)),
                description(values, yours, reference));
    }

    private static CategoryChart genres(Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars("Mean rating by genre", "genre", "mean rating (1 to 5)");
        chart.getStyler().setXAxisLabelRotation(60).setXAxisMaxLabelCount(20);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(5.0);
        if (!yours.genres.isEmpty()) {
            Style.bars(chart, "mean rating", yours.genres, yours.means);
        }
        if (reference != null) {
            Style.referenceBars(chart, "reference", reference.genres, reference.means);
        }
        return chart;
    }

    private static XYChart films(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "Films with at least " + values.whole("least") + " ratings", "ratings", "mean rating (1 to 5)");
        Style.rangeX(chart, 0, 600);
        chart.getStyler().setYAxisMin(0.8).setYAxisMax(5.2).setMarkerSize(5);
        if (yours.ratings.length > 0) {
            Style.points(chart, "films", 0, yours.nRatings, yours.ratings);
        }
        if (reference != null && reference.ratings.length > 0 && !same(yours, reference)) {
            Style.referencePoints(chart, "reference", reference.nRatings, reference.ratings);
        }
        return chart;
    }

    private static boolean same(Series yours, Series reference) {
        return yours.genres.equals(reference.genres)
                && yours.means.equals(reference.means)
                && Arrays.equals(yours.nRatings, reference.nRatings)
                && Arrays.equals(yours.ratings, reference.ratings);
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "%s. Left: mean rating of %d genres; %s is liked best, with %.2f, and %s least, with %.2f. Right: %d films"
                        + " with at least %d ratings, each by how many it has and their mean; the best is %s.",
                yours.data,
                yours.genres.size(),
                yours.genres.isEmpty() ? "none" : yours.genres.get(0),
                yours.means.isEmpty() ? Double.NaN : yours.means.get(0),
                yours.genres.isEmpty() ? "none" : yours.genres.get(yours.genres.size() - 1),
                yours.means.isEmpty() ? Double.NaN : yours.means.get(yours.means.size() - 1),
                yours.ratings.length,
                values.whole("least"),
                yours.best);
        if (reference == null) {
            return words;
        }
        return words + (same(yours, reference) ? " The reference says the same." : " The reference says otherwise.");
    }
}
