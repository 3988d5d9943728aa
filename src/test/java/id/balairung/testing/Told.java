package id.balairung.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server told a page: which nodes it has, and what the server listens to at them. With it one can say anything that
 * the page could say, and much that it never would.
 */
public final class Told {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LISTENERS = 4;

    /** A page is told each of them once. */
    private final Map<String, List<String>> constants = new HashMap<>();

    private final SortedSet<Integer> nodes = new TreeSet<>();
    private final List<Listened> listened = new ArrayList<>();

    /**
     * An event that the server listens to.
     *
     * @param node where
     * @param event which
     * @param expressions what the page tells of it
     */
    public record Listened(int node, String event, Collection<String> expressions) {

        /**
         * The call by which the page tells of it.
         *
         * @param value what to say for each expression, as JSON
         */
        public String saying(Function<String, String> value) {
            return "[{\"type\":\"event\",\"node\":" + node + ",\"event\":" + JSON.writeValueAsString(event)
                    + ",\"data\":{"
                    + expressions.stream()
                            .map(expression -> JSON.writeValueAsString(expression) + ":" + value.apply(expression))
                            .collect(Collectors.joining(","))
                    + "}}]";
        }
    }

    /** Reads an answer to a page, or several one after the other. */
    public static Told by(String answers) {
        Told told = new Told();
        try (MappingIterator<JsonNode> read =
                JSON.readerFor(JsonNode.class).readValues(answers.replace("for(;;);", ""))) {
            read.forEachRemaining(
                    answer -> (answer.isArray() ? answer.valueStream() : Stream.of(answer)).forEach(told::read));
        }
        return told;
    }

    private void read(JsonNode message) {
        message.path("constants")
                .properties()
                .forEach(constant -> constants.put(
                        constant.getKey(), List.copyOf(constant.getValue().propertyNames())));
        for (JsonNode change : message.path("changes")) {
            nodes.add(change.path("node").asInt());
            if (change.path("feat").asInt(-1) == LISTENERS
                    && change.path("type").asString().equals("put")) {
                listened.add(new Listened(
                        change.path("node").asInt(),
                        change.path("key").asString(),
                        constants.getOrDefault(change.path("value").asString(), List.of())));
            }
        }
    }

    /** The nodes that it has. */
    public SortedSet<Integer> nodes() {
        return nodes;
    }

    /** What the server listens to. */
    public List<Listened> listened() {
        return listened;
    }
}
