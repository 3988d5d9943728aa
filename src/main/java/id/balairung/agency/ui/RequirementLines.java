package id.balairung.agency.ui;

import id.balairung.agency.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Requirements in one cell of a table: each on a line, the English after a slash between spaces. Where a requirement itself has
 * slashes as a word, it gets one more there, so that reading takes apart just what writing put together.
 *
 * @param text what stands in the cell
 */
record RequirementLines(String text) {

    private static final String BETWEEN_LANGUAGES = " / ";
    private static final Pattern SLASHES = Pattern.compile("(?<![^ ])/+(?![^ ])");
    private static final Pattern MORE_SLASHES = Pattern.compile("(?<![^ ])/(/+)(?![^ ])");

    static RequirementLines of(List<Requirement> requirements) {
        return new RequirementLines(
                requirements.stream().map(RequirementLines::line).collect(Collectors.joining("\n")));
    }

    List<Requirement> requirements() {
        return Arrays.stream(text.split("\n"))
                .filter(line -> !line.isBlank())
                .map(line -> line.split(BETWEEN_LANGUAGES, 2))
                .map(languages -> new Requirement(words(languages[0]), languages.length > 1 ? words(languages[1]) : ""))
                .toList();
    }

    private static String line(Requirement requirement) {
        String indonesian = written(requirement.indonesian());
        return requirement.english().isEmpty()
                ? indonesian
                : indonesian + BETWEEN_LANGUAGES + written(requirement.english());
    }

    private static String written(String words) {
        return SLASHES.matcher(words).replaceAll("/$0");
    }

    private static String words(String written) {
        return MORE_SLASHES.matcher(written).replaceAll("$1");
    }
}
