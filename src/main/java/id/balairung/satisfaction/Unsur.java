package id.balairung.satisfaction;

import java.util.List;
import java.util.Locale;

/**
 * An element of service that is asked about.
 *
 * @param code its code
 * @param weight what it counts for in the index
 * @param name its name, in both languages
 * @param question what is asked, in both languages
 * @param answers the four wordings from 1 (tidak baik) to 4 (sangat baik), in both languages
 */
public record Unsur(UnsurCode code, Weight weight, Words name, Words question, List<Words> answers) {

    /** From 1 to 4. */
    public static final int ANSWERS = 4;

    /**
     * An element.
     *
     * @throws IllegalArgumentException when there aren't four answers
     */
    public Unsur {
        answers = List.copyOf(answers);
        if (answers.size() != ANSWERS) {
            throw new IllegalArgumentException("An unsur has four answers");
        }
    }

    /**
     * The same in both languages of the screens.
     *
     * @param indonesian what visitors read
     * @param english what those read who chose English
     */
    public record Words(String indonesian, String english) {

        /** In this language; Indonesian unless it is English. */
        public String in(Locale language) {
            return language.getLanguage().equals("en") ? english : indonesian;
        }
    }
}
