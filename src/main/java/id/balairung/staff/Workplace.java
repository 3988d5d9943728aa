package id.balairung.staff;

import java.util.UUID;

/**
 * A counter, as far as accounts are concerned.
 *
 * @param id the counter
 * @param number its number in the mall
 * @param label what it is called besides; may be empty
 * @param enabled whether it is in use
 */
public record Workplace(UUID id, int number, String label, boolean enabled) {}
