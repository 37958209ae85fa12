package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.kit.NoData;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** Reads the tables of the roadmap's rooms as docs/data.md says. Needs the data sets, and is skipped without them. */
class TablesOfTheRoadmapTest {
    /** Path, rows and columns, as the publishers count them. */
    private static final String HEADED = """
            ames-housing/ames.csv 2930 75
            anscombe/anscombe.csv 44 3
            bank-marketing/bank.csv 4521 17
            banking77/test.csv 3080 2
            banking77/train.csv 10003 2
            bike-sharing/day.csv 731 16
            bike-sharing/hour.csv 17379 17
            breast-cancer-wdbc/wdbc.csv 569 32
            california-housing/housing.csv 20640 10
            diamonds/diamonds.csv 53940 10
            etth1/ETTh1.csv 17420 8
            iris/iris_r.csv 150 6
            islr/Auto.csv 392 10
            islr/Caravan.csv 5822 87
            islr/Carseats.csv 400 12
            islr/College.csv 777 19
            islr/Credit.csv 400 13
            islr/Default.csv 10000 5
            islr/Hitters.csv 322 21
            islr/OJ.csv 1070 19
            islr/Portfolio.csv 100 3
            islr/Smarket.csv 1250 10
            islr/Wage.csv 3000 12
            islr/Weekly.csv 1089 10
            mpg/mpg.csv 398 9
            nab/ambient_temperature_system_failure.csv 7267 2
            nab/art_daily_jumpsup.csv 4032 2
            nab/ec2_cpu_utilization_5f5533.csv 4032 2
            nab/machine_temperature_system_failure.csv 22695 2
            nab/nyc_taxi.csv 10320 2
            penguins/penguins.csv 344 8
            penguins/penguins_raw.csv 344 17
            prophet-examples/air_passengers.csv 144 2
            prophet-examples/peyton_manning.csv 2905 2
            prophet-examples/retail_sales.csv 293 2
            r-datasets/Arbuthnot.csv 82 8
            r-datasets/Galton.csv 928 3
            r-datasets/GaltonFamilies.csv 934 9
            r-datasets/HairEyeColor.csv 32 5
            r-datasets/PlantGrowth.csv 30 3
            r-datasets/ToothGrowth.csv 60 4
            r-datasets/UCBAdmissions.csv 24 5
            r-datasets/USArrests.csv 50 5
            r-datasets/airquality.csv 153 7
            r-datasets/cars.csv 50 3
            r-datasets/chickwts.csv 71 3
            r-datasets/concrete.csv 1030 10
            r-datasets/email.csv 3921 22
            r-datasets/eurodist.csv 210 2
            r-datasets/faithful.csv 272 3
            r-datasets/gender_discrimination.csv 48 3
            r-datasets/longley.csv 16 8
            r-datasets/mcycle.csv 133 3
            r-datasets/mlc_churn.csv 5000 21
            r-datasets/mtcars.csv 32 12
            r-datasets/precip.csv 70 2
            r-datasets/quakes.csv 1000 6
            r-datasets/randu.csv 400 4
            r-datasets/sleep.csv 20 4
            r-datasets/stent30.csv 451 3
            r-datasets/volcano.csv 87 62
            r-datasets/women.csv 15 3
            stocks/sp500-2000.csv 5105 7
            stocks/stocks.csv 560 3
            telco-churn/Telco-Customer-Churn.csv 7043 21
            timeseries/AirPassengers.csv 144 3
            timeseries/EuStockMarkets.csv 1860 5
            timeseries/JohnsonJohnson.csv 84 3
            timeseries/LakeHuron.csv 98 3
            timeseries/Nile.csv 100 3
            timeseries/UKgas.csv 108 3
            timeseries/airline-passengers.csv 144 2
            timeseries/co2-monthly.csv 741 3
            timeseries/co2-weekly.csv 2284 2
            timeseries/daily-min-temperatures.csv 3650 2
            timeseries/lynx.csv 114 3
            timeseries/monthly-sunspots.csv 2820 2
            timeseries/nottem.csv 240 3
            timeseries/sunspot.year.csv 289 3
            timeseries/sunspots-yearly.csv 309 2
            tips/tips.csv 244 7
            titanic/test.csv 418 11
            titanic/train.csv 891 12
            """;

    private static final String HEADERLESS = """
            abalone/abalone.csv 4177 9
            adult/adult-test.csv 16281 15
            adult/adult-train.csv 32561 15
            ag-news/test.csv 7600 3
            banknote/banknote_authentication.csv 1372 5
            citeseer/citeseer.edges.tsv 4552 2
            citeseer/citeseer.nodes.tsv 3327 4
            cora/cora.cites 5429 2
            cora/cora.edges.tsv 5278 2
            cora/cora.nodes.tsv 2708 4
            german-credit/german.csv 1000 21
            horse-colic/horse-colic.csv 300 28
            ionosphere/ionosphere.csv 351 35
            karate/karate.clubs.tsv 34 2
            karate/karate.edges.tsv 78 3
            mammography/mammography.csv 11183 7
            ml-100k/u.data 100000 4
            ml-100k/u.genre 19 2
            ml-100k/u.item 1682 24
            ml-100k/u.user 943 5
            ml-100k/u1.base 80000 4
            ml-100k/u1.test 20000 4
            ml-latest-small/movies.csv 9743 3
            ml-latest-small/ratings.csv 100836 4
            optdigits/optdigits.hol 824 65
            optdigits/optdigits.tes 1797 65
            optdigits/optdigits.tra 2999 65
            sms-spam/SMSSpamCollection.tsv 5574 2
            sonar/sonar.csv 208 61
            spambase/spambase.data 4601 58
            wine-quality/winequality-red.csv 1599 12
            wine-quality/winequality-white.csv 4898 12
            wine/wine.csv 178 14
            """;

    static Stream<String> headed() {
        return HEADED.lines();
    }

    static Stream<String> headerless() {
        return HEADERLESS.lines();
    }

    @ParameterizedTest
    @MethodSource("headed")
    void tableWithAHeaderIsRead(String expected) {
        String path = expected.split(" ")[0];

        assertEquals(expected, shape(path, atHand(() -> Datasets.table(path))));
    }

    @ParameterizedTest
    @MethodSource("headerless")
    void tableWithoutAHeaderIsRead(String expected) {
        String path = expected.split(" ")[0];
        Charset charset = path.equals("ml-100k/u.item") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;

        assertEquals(expected, shape(path, atHand(() -> Datasets.headerless(path, charset))));
    }

    private static String shape(String path, Table table) {
        return path + " " + table.nRows() + " " + table.columns().size();
    }

    private static Table atHand(Supplier<Table> read) {
        try {
            return read.get();
        } catch (NoData e) {
            throw new TestAbortedException(e.getMessage(), e);
        }
    }

    /** 521 of 4,521 customers subscribed: S. Moro et al., Decision Support Systems 62 (2014), data page. */
    @Test
    void semicolonsAndQuotes() {
        Table bank = atHand(() -> Datasets.table("bank-marketing/bank.csv"));

        assertEquals(521, Collections.frequency(bank.text("y"), "yes"));
        assertEquals(7, bank.numbers()[0].length);
    }

    /** 59, 71 and 48 wines of the three cultivars: the data set's own page. */
    @Test
    void columnsThatTheCallerNames() {
        Table wine = atHand(() -> Datasets.headerless("wine/wine.csv", WINE));

        assertEquals(59, Collections.frequency(wine.text("cultivar"), "1"));
        assertEquals(71, Collections.frequency(wine.text("cultivar"), "2"));
        assertEquals(48, Collections.frequency(wine.text("cultivar"), "3"));
    }

    private static final String[] WINE = {
        "alcohol",
        "malic_acid",
        "ash",
        "alcalinity",
        "magnesium",
        "phenols",
        "flavanoids",
        "nonflavanoids",
        "proanthocyanins",
        "colour",
        "hue",
        "od280_od315",
        "proline",
        "cultivar"
    };

    /** 747 of 5,574 messages are spam, and some begin with a quote that never ends: T. A. Almeida et al., 2011. */
    @Test
    void messagesWithQuotesBetweenTabs() {
        Table messages = atHand(() -> Datasets.headerless("sms-spam/SMSSpamCollection.tsv", "label", "text"));

        assertEquals(747, Collections.frequency(messages.text("label"), "spam"));
        assertTrue(messages.text("text").stream().anyMatch(text -> text.startsWith("\"")));
    }

    /** 30 % of the values are missing: the data set's own page. */
    @Test
    void questionMarksAreMissingValues() {
        double[][] colic =
                atHand(() -> Datasets.headerless("horse-colic/horse-colic.csv")).numbersOrNaN();

        assertEquals(28, colic[0].length);
        assertEquals(
                1605,
                Stream.of(colic)
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isNaN)
                        .count());
    }

    /** 392 of 398 cars have a horsepower: G. James et al., An Introduction to Statistical Learning, §2.3.4. */
    @Test
    void nothingIsAMissingValue() {
        Table cars = atHand(() -> Datasets.table("mpg/mpg.csv"));

        assertEquals(392, cars.complete("mpg", "horsepower").nRows());
        assertEquals(398, cars.complete("mpg").nRows());
    }

    /** 342 of 344 penguins have been measured: K. B. Gorman et al., 2014. */
    @Test
    void naIsAMissingValue() {
        Table penguins = atHand(() -> Datasets.table("penguins/penguins.csv"));

        assertEquals(342, penguins.complete("bill_length_mm", "body_mass_g").nRows());
        assertEquals(333, penguins.complete().nRows());
    }

    /** The values of the census begin with a blank; 7,841 of 32,561 people earn more: R. Kohavi, 1996. */
    @Test
    void blanksBelongToTheText() {
        Table adult = atHand(() -> Datasets.headerless("adult/adult-train.csv"));

        assertEquals(7841, Collections.frequency(adult.text("15"), " >50K"));
        assertEquals(6, adult.numbers()[0].length);
    }

    /** 943 users rated 1,682 films: F. M. Harper, J. A. Konstan, 2015. */
    @Test
    void titlesInAnotherCharset() {
        Table films = atHand(() -> Datasets.headerless("ml-100k/u.item", StandardCharsets.ISO_8859_1));

        assertTrue(films.text("2").contains("Misérables, Les (1995)"));
    }
}
