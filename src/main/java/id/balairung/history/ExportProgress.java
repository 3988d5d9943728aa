package id.balairung.history;

import java.util.concurrent.CancellationException;

/** Follows an export while it is written, on the thread that writes it. */
@FunctionalInterface
public interface ExportProgress {

    /**
     * Some thousand rows more are written.
     *
     * @param rows how many there are so far
     * @throws CancellationException when it shall not go on
     */
    void written(long rows);
}
