package id.balairung.common.ui;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a {@link Chart} shows. Texts come translated and formatted, numbers and durations too: the browser places values and formats
 * nothing but the ticks of an axis.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface ChartData {

    /** What it says in one sentence, with its n. */
    String summary();

    /** How a series stands to the others; each has a line, a mark and a bar of its own, so colour isn't needed. */
    enum Look {
        /** What the chart is about. */
        MAIN,
        /** Another of the same weight. */
        SECOND,
        /** What it is compared with. */
        QUIET
    }

    /**
     * A figure.
     *
     * @param value where it stands on the axis; empty leaves a gap
     * @param text how it is read
     * @param n how many it counts, as a text; may be empty
     * @param href where a click or Enter leads, as an address inside the application; may be empty
     */
    record Point(OptionalDouble value, String text, String n, String href) {

        /** A figure that leads nowhere. */
        public static Point of(double value, String text) {
            return new Point(OptionalDouble.of(value), text, "", "");
        }

        /** There is none. */
        public static Point gap() {
            return new Point(OptionalDouble.empty(), "–", "", "");
        }

        /**
         * The same with what it counts.
         *
         * @param counted for example "n 248"
         */
        public Point counting(String counted) {
            return new Point(value, text, counted, href);
        }

        /** The same, leading to the rows that it counts. */
        public Point leadingTo(String address) {
            return new Point(value, text, n, address);
        }
    }

    /**
     * Figures that belong together, one for each category.
     *
     * @param name what they are
     * @param look how they are drawn
     * @param points in the order of the categories
     */
    record Series(String name, Look look, List<Point> points) {

        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * How values are measured.
     *
     * @param unit stands at the axis and over the table; may be empty, and texts of points have their own
     * @param least the axis begins there instead of at nought
     * @param most it ends there instead of at the next round number
     */
    record Axis(String unit, OptionalDouble least, OptionalDouble most) {

        /** From nought to what the values need. */
        public static Axis of(String unit) {
            return new Axis(unit, OptionalDouble.empty(), OptionalDouble.empty());
        }

        /** From the one to the other. */
        public static Axis between(double least, double most, String unit) {
            return new Axis(unit, OptionalDouble.of(least), OptionalDouble.of(most));
        }
    }

    /**
     * A line to be measured against.
     *
     * @param value where it stands
     * @param word what stands at it, for example "sasaran 90"
     */
    record Target(double value, String word) {}

    /**
     * Values that follow one another.
     *
     * @param summary what they say in one sentence
     * @param heading what the categories are
     * @param categories in their order
     * @param every only each so manieth category is named at the axis, for example 4 where quarters of an hour are shown; fewer
     *     where there is no room
     * @param series at least one; the first says its last value at its end
     * @param axis how they are measured
     * @param target what they are measured against
     */
    record Lines(
            String summary,
            String heading,
            List<String> categories,
            int every,
            List<Series> series,
            Axis axis,
            Optional<Target> target)
            implements ChartData {

        public Lines {
            categories = List.copyOf(categories);
            series = complete(series, categories.size());
            if (every < 1) {
                throw new IllegalArgumentException("Every %dth category is none".formatted(every));
            }
        }
    }

    /**
     * Values beside each other.
     *
     * @param summary what they say in one sentence
     * @param heading what the categories are
     * @param categories in their order
     * @param lying from left to right, a line for each category: for names
     * @param series at least one
     * @param axis how they are measured
     * @param target what they are measured against
     */
    record Bars(
            String summary,
            String heading,
            List<String> categories,
            boolean lying,
            List<Series> series,
            Axis axis,
            Optional<Target> target)
            implements ChartData {

        public Bars {
            categories = List.copyOf(categories);
            series = complete(series, categories.size());
        }
    }

    /**
     * Values of two things at once, the more the deeper: six steps of equal width from the axis's least to its most.
     *
     * @param summary what they say in one sentence
     * @param heading what the rows are
     * @param columns their names
     * @param rows from above
     * @param axis how they are measured
     */
    record Heat(String summary, String heading, List<String> columns, List<Row> rows, Axis axis) implements ChartData {

        public Heat {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException("%s has %d cells in %d columns"
                            .formatted(row.name(), row.cells().size(), columns.size()));
                }
            }
        }
    }

    /**
     * A row of cells.
     *
     * @param name what they are of
     * @param marked it stands out, as today does in a week
     * @param cells one for each column
     */
    record Row(String name, boolean marked, List<Point> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    private static List<Series> complete(List<Series> series, int categories) {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("A chart of no series");
        }
        for (Series one : series) {
            if (one.points().size() != categories) {
                throw new IllegalArgumentException("%s has %d points in %d categories"
                        .formatted(one.name(), one.points().size(), categories));
            }
        }
        return List.copyOf(series);
    }
}
