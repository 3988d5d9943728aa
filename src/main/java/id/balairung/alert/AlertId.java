package id.balairung.alert;

import java.io.Serializable;
import java.util.UUID;

/**
 * Identifies an alert.
 *
 * @param value the alert's id
 */
public record AlertId(UUID value) implements Serializable {}
