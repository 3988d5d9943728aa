package id.balairung.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text stands in Indonesian and in English, and can be shown. */
class TranslationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/vaadin-i18n");
    private static final Path INDONESIAN = FOLDER.resolve("translations_id.properties");
    private static final Path ENGLISH = FOLDER.resolve("translations_en.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Path HOUSE = Path.of("src/main/java/id/balairung");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z0-9_-]+)+\\.?)\"");

    @Test
    void theSameKeysStandInBothLanguages() throws IOException {
        assertThat(texts(INDONESIAN).keySet())
                .isEqualTo(texts(ENGLISH).keySet())
                .isNotEmpty();
    }

    @Test
    void noTextIsEmpty() throws IOException {
        for (Path language : List.of(INDONESIAN, ENGLISH)) {
            assertThat(texts(language))
                    .as(language.toString())
                    .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
        }
    }

    @Test
    void bothLanguagesTellTheSameFacts() throws IOException {
        Map<String, String> english = texts(ENGLISH);
        assertThat(texts(INDONESIAN))
                .allSatisfy((key, text) ->
                        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.getOrDefault(key, ""))));
    }

    /** MessageFormat eats a single apostrophe and everything it seems to quote. */
    @Test
    void anApostropheInATextWithPlaceholdersIsDoubled() throws IOException {
        for (Path language : List.of(INDONESIAN, ENGLISH)) {
            assertThat(texts(language)).as(language.toString()).allSatisfy((key, text) -> {
                boolean formatted = PLACEHOLDER.matcher(text).find();
                assertThat(formatted ? text.replace("''", "") : text.replace("''", "<doubled>"))
                        .as(key)
                        .doesNotContain(formatted ? "'" : "<doubled>");
            });
        }
    }

    @Test
    void noKeyIsWrittenTwice() throws IOException {
        for (Path language : List.of(INDONESIAN, ENGLISH)) {
            List<String> keys = new ArrayList<>();
            for (String line : Files.readAllLines(language)) {
                if (!line.isBlank() && !line.startsWith("#") && !line.startsWith(" ") && line.contains("=")) {
                    keys.add(line.substring(0, line.indexOf('=')).strip());
                }
            }
            assertThat(keys).as(language.toString()).doesNotHaveDuplicates();
        }
    }

    /** KBBI: antrean, not antrian. */
    @Test
    void indonesianIsSpelledAsTheDictionarySays() throws IOException {
        assertThat(texts(INDONESIAN))
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainIgnoringCase("antrian"));
    }

    /** A text in the code that begins with a module's name and a dot is a key; one that ends with a dot is a key's start. */
    @Test
    void everyKeyWrittenInTheCodeExists() throws IOException {
        SortedSet<String> modules = new TreeSet<>();
        SortedSet<String> used = literals();
        try (Stream<Path> folders = Files.list(HOUSE)) {
            folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .forEach(modules::add);
        }
        used.removeIf(key -> key.endsWith("."));
        used.removeIf(key -> !modules.contains(key.substring(0, key.indexOf('.'))));
        used.removeAll(texts(INDONESIAN).keySet());

        assertThat(used).as("keys in the code without a text").isEmpty();
    }

    @Test
    void everyTextIsUsed() throws IOException {
        SortedSet<String> written = literals();
        SortedSet<String> unused = new TreeSet<>(texts(INDONESIAN).keySet());
        unused.removeIf(key -> written.contains(key)
                || written.stream().anyMatch(start -> start.endsWith(".") && key.startsWith(start)));

        assertThat(unused).as("keys that no code names, nor begins").isEmpty();
    }

    private static SortedSet<String> literals() throws IOException {
        SortedSet<String> literals = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(HOUSE)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher literal = LITERAL.matcher(Files.readString(source));
                while (literal.find()) {
                    literals.add(literal.group(1));
                }
            }
        }
        return literals;
    }

    private static TreeMap<String, String> texts(Path language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(language)) {
            properties.load(reader);
        }
        TreeMap<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static SortedSet<String> placeholders(String text) {
        SortedSet<String> numbers = new TreeSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            numbers.add(placeholder.group(1));
        }
        return numbers;
    }
}
