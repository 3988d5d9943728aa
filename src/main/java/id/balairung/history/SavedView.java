package id.balairung.history;

import java.util.UUID;

/**
 * A filter of the history that a person keeps under a name.
 *
 * @param id which
 * @param name the name, unique among the person's own
 * @param query what the address asks for, without a question mark; empty for the standard
 */
public record SavedView(UUID id, String name, String query) {}
