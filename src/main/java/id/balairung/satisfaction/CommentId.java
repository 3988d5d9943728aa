package id.balairung.satisfaction;

import java.io.Serializable;

/**
 * Names a comment of one's agency.
 *
 * @param value the id
 */
public record CommentId(long value) implements Serializable {}
