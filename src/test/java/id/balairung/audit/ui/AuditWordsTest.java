package id.balairung.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.CalendarKind;
import id.balairung.queue.RetentionKind;
import id.balairung.security.EndReason;
import id.balairung.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the application records has a word on the screen: nobody reads a constant there. */
class AuditWordsTest {

    private static final Pattern RECORDED = Pattern.compile("\\.(?:with|put)\\(\\s*\"([a-zA-Z]+)\",");
    private static final Pattern CHANGED = Pattern.compile("Map\\.of\\(\\s*\"([a-zA-Z]+)\",");
    private static final Pattern ACT = Pattern.compile("\"act\",([^;]*?)\\)");
    private static final Pattern WORD = Pattern.compile("\"([a-z-]+)\"");

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.of("id"));

    @Test
    void everyNameThatIsRecordedHasAWord() throws IOException {
        Set<String> names = found(RECORDED);
        names.addAll(found(CHANGED));
        assertThat(names).contains("recallsBeforeNoShow", "retentionDays", "mayChooseTicket", "dailyQuota", "rows");
        assertThat(names)
                .allSatisfy(name -> assertThat(TEXTS.containsKey("audit.name." + name))
                        .as("audit.name." + name)
                        .isTrue());
    }

    @Test
    void everyCodeThatIsRecordedHasAWord() throws IOException {
        Set<String> acts = found(ACT).stream()
                .flatMap(said -> WORD.matcher(said).results().map(word -> word.group(1)))
                .collect(Collectors.toSet());
        assertThat(acts).contains("reassigned", "called-out-of-turn", "abandoned", "completed");
        Stream.of(
                        acts.stream(),
                        Arrays.stream(EndReason.values()).map(EndReason::word),
                        constants(CalendarKind.values()),
                        constants(Role.values()))
                .flatMap(codes -> codes)
                .forEach(code -> assertThat(TEXTS.containsKey("audit.value." + code))
                        .as("audit.value." + code)
                        .isTrue());
        constants(RetentionKind.values())
                .forEach(code -> assertThat(TEXTS.containsKey("audit.data." + code))
                        .as("audit.data." + code)
                        .isTrue());
    }

    private static Stream<String> constants(Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** In the files that speak of the trail, or make what it is told. */
    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        List<Path> sources;
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            sources = all.filter(path -> path.toString().endsWith(".java")).toList();
        }
        for (Path source : sources) {
            String text = Files.readString(source);
            if (text.contains("AuditEvent") || text.contains(" facts(")) {
                pattern.matcher(text).results().forEach(hit -> found.add(hit.group(1)));
            }
        }
        return found;
    }
}
