package id.balairung.satisfaction;

/**
 * How many follow-ups of an agency stand where.
 *
 * @param open which nobody began
 * @param running which somebody is at
 * @param done that are done
 * @param overdue of the open and running ones, those that should be done by now
 */
public record FollowUpCounts(long open, long running, long done, long overdue) {}
