package id.balairung.satisfaction;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names a follow-up.
 *
 * @param value the id
 */
public record FollowUpId(UUID value) implements Serializable {}
