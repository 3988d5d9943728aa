package id.balairung.satisfaction;

import java.time.LocalDate;

/**
 * A follow-up's place in the order in which they are read.
 *
 * @param due until which day
 * @param id the follow-up
 */
public record FollowUpKey(LocalDate due, FollowUpId id) {}
