package id.balairung.sheet;

import java.util.List;

/** Takes a file's lines as they stand, one after the other. */
@FunctionalInterface
public interface SheetLines {

    /**
     * Takes a line that isn't empty; the first is the headings.
     *
     * @param number its number in the file
     * @param cells what stands in it, from the left
     */
    void take(int number, List<String> cells);
}
