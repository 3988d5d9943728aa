package id.balairung.satisfaction;

import java.time.LocalDate;

/**
 * A comment's place in the order in which comments are read.
 *
 * @param day the service day
 * @param id the comment
 */
public record CommentKey(LocalDate day, CommentId id) {}
