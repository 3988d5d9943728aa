package id.balairung.satisfaction;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A follow-up's place in the order in which they are read.
 *
 * @param due until which day
 * @param openedAt when it was opened, UTC
 * @param id the follow-up
 */
public record FollowUpKey(LocalDate due, Instant openedAt, FollowUpId id) {}
