package statistics.entropykl;

import gradus.datasets.Datasets;
import gradus.kit.NoData;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Twelve languages of the Germanic, Romance and Uralic families. */
public enum Language {
    ENGLISH("English-Latin1"),
    DUTCH("Dutch_Nederlands-Latin1"),
    GERMAN("German_Deutsch-Latin1"),
    DANISH("Danish_Dansk-Latin1"),
    NORWEGIAN("Norwegian_Norsk-Bokmal-Latin1"),
    SWEDISH("Swedish_Svenska-Latin1"),
    FRENCH("French_Francais-Latin1"),
    ITALIAN("Italian_Italiano-Latin1"),
    SPANISH("Spanish_Espanol-Latin1"),
    PORTUGUESE("Portuguese_Portugues-Latin1"),
    FINNISH("Finnish_Suomi-Latin1"),
    HUNGARIAN("Hungarian_Magyar-UTF8");

    /** All letters that occur in the declaration in one of the twelve. */
    public static final String LETTERS = "abcdefghijklmnopqrstuvwxyzßàáâãäåæçèéêíñòóôõöøùúûüőű";

    private final String member;

    Language(String member) {
        this.member = member;
    }

    /**
     * The Universal Declaration of Human Rights in small letters, its lines one after the other with a blank between
     * them. Nearly 10,000 characters.
     *
     * @throws NoData if the texts are not on this machine
     */
    public String declaration() {
        Charset charset = member.endsWith("UTF8") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        List<String> lines = Datasets.lines("nltk/udhr.zip", "udhr/" + member, charset);
        return String.join(" ", lines).toLowerCase(Locale.ROOT);
    }
}
