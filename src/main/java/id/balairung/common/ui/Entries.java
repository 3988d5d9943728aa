package id.balairung.common.ui;

import java.util.List;
import java.util.Optional;

/**
 * The entries of a section of /kelola: how they are read and told apart.
 *
 * @param <T> an entry with all that its form shows, and with the version it was read in
 */
public interface Entries<T> {

    /** All of them, disabled ones too, in the order in which they are listed. */
    List<T> read();

    /** An entry's id, as it stands in the address. */
    String idOf(T entry);

    /** What a search finds it by. */
    String wordsOf(T entry);

    /** Whether it is in use; others are shown only when asked for. */
    default boolean isActive(T entry) {
        return true;
    }

    /** What the button for a new one says, translated; empty where none can be added here. */
    default Optional<String> addLabel() {
        return Optional.empty();
    }
}
