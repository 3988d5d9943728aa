package id.balairung.shell;

import java.util.concurrent.TimeUnit;

/** Counts what happens in the running minute of real time. */
final class PerMinute {

    private long minute;
    private int count;

    /** Counts one more and tells how many there were in this minute. */
    synchronized int next() {
        long now = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime());
        if (now != minute) {
            minute = now;
            count = 0;
        }
        return ++count;
    }
}
