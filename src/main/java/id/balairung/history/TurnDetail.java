package id.balairung.history;

import java.time.Duration;

/**
 * A turn that has ended, with what the list leaves out.
 *
 * @param entry the turn as the history lists it
 * @param held how long it was held within its service
 */
public record TurnDetail(HistoryEntry entry, Duration held) {}
