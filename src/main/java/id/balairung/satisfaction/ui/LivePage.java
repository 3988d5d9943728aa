package id.balairung.satisfaction.ui;

/**
 * Shows readings as they come.
 *
 * @param <T> a reading
 */
interface LivePage<T> {

    /** Takes over a newer reading. */
    void show(T now);
}
