/**
 * The history as people look through it: what they look for stands in the address, the list is read by key as far as somebody
 * scrolls, turns under way stand above it, and one ticket's past stands beside it or on a page of its own, with its notes and
 * corrections. Today's list follows the queue. What was exported is fetched here, too.
 *
 * <p>{@link id.balairung.history.ui.HistoryLinks} is for the screens of other modules: from a figure to the turns that it counts.
 */
@NamedInterface("ui")
@NullMarked
package id.balairung.history.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
