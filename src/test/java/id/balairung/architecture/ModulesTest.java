package id.balairung.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.BalairungApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules use each other only as they declare, and the drawing in docs/modules shows it. */
class ModulesTest {

    private static final Path DRAWING = Path.of("docs/modules/README.md");

    private final ApplicationModules modules = ApplicationModules.of(BalairungApplication.class);

    @Test
    void eachUsesOnlyWhatItDeclares() {
        modules.verify();
    }

    @Test
    void eachDeclaresWhatItUsesAndIsCheckedForNulls() throws ClassNotFoundException {
        for (var module :
                modules.stream().filter(module -> !module.isRootModule()).toList()) {
            String name = module.getBasePackage().getName();
            Class<?> described = Class.forName(name + ".package-info");
            ApplicationModule declared = described.getAnnotation(ApplicationModule.class);

            assertThat(declared)
                    .as("@ApplicationModule on %s; a package-info among the tests would hide it", name)
                    .isNotNull();
            assertThat(declared.allowedDependencies())
                    .as("allowedDependencies of %s", name)
                    .doesNotContain(ApplicationModule.OPEN_TOKEN);
            assertThat(described.isAnnotationPresent(NullMarked.class))
                    .as("@NullMarked on %s", name)
                    .isTrue();
        }
    }

    /** Rewrites the drawing at every run; it changes only when the modules do. */
    @Test
    void areDrawn() throws IOException {
        var uses = new TreeMap<String, SortedSet<String>>();
        modules.stream()
                .filter(module -> !module.isRootModule())
                .forEach(module -> uses.put(
                        module.getIdentifier().toString(),
                        module.getDirectDependencies(modules)
                                .uniqueModules()
                                .filter(used -> !used.isRootModule())
                                .map(used -> used.getIdentifier().toString())
                                .collect(Collectors.toCollection(TreeSet::new))));

        String arrows = uses.entrySet().stream()
                .flatMap(module -> module.getValue().stream()
                        .filter(used -> module.getValue().stream().noneMatch(other -> reaches(uses, other, used)))
                        .map(used -> "    " + module.getKey() + " --> " + used + "\n"))
                .collect(Collectors.joining());
        String nodes = uses.keySet().stream().map(name -> "    " + name + "\n").collect(Collectors.joining());
        StringBuilder table = new StringBuilder();
        for (var module : uses.entrySet()) {
            table.append("| `%s` | %s | %s |\n"
                    .formatted(
                            module.getKey(),
                            purpose(module.getKey()),
                            module.getValue().isEmpty() ? "-" : String.join(", ", module.getValue())));
        }

        Files.createDirectories(DRAWING.getParent());
        Files.writeString(DRAWING, """
                # Modules

                Drawn from the code by ModulesTest at every run of the tests. An arrow points to what a module uses; one that
                follows from others is left out.

                ```mermaid
                graph TD
                %s%s```

                | module | what lives there | uses directly |
                |---|---|---|
                %s""".formatted(nodes, arrows, table));

        assertThat(DRAWING).content().contains("graph TD");
    }

    private static boolean reaches(TreeMap<String, SortedSet<String>> uses, String from, String to) {
        return uses.getOrDefault(from, new TreeSet<>()).stream()
                .anyMatch(next -> next.equals(to) || reaches(uses, next, to));
    }

    /** The first sentence of the package's own description. */
    private static String purpose(String module) throws IOException {
        String source =
                Files.readString(Path.of("src/main/java/id/balairung", module.replace('.', '/'), "package-info.java"));
        Matcher comment = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL).matcher(source);
        if (!comment.find()) {
            return "";
        }
        String text = List.of(comment.group(1).split("\n")).stream()
                .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                .collect(Collectors.joining(" "))
                .strip()
                .replaceAll("\\{@\\w+ (?:[\\w.]+\\.)?([^}]+)}", "$1");
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end + 1)).replace("|", "\\|");
    }
}
