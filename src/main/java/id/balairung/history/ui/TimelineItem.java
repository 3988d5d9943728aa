package id.balairung.history.ui;

import id.balairung.queue.EventType;
import java.time.Instant;
import java.util.List;

/**
 * A step of a timeline as it is shown.
 *
 * @param at when, UTC
 * @param type what it looks like
 * @param title what happened
 * @param lines what else there is to say
 * @param undone whether it was taken back later
 */
record TimelineItem(Instant at, EventType type, String title, List<String> lines, boolean undone) {}
