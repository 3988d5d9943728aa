package id.balairung.satisfaction;

/** Follows one pad until it is closed. */
public interface PadWatch extends AutoCloseable {

    /** Stops following; once is enough. */
    @Override
    void close();
}
