/**
 * The counter console, the live board and the settling of left-over tickets. A console holds one value,
 * {@code ConsoleState}: the agency's board as the feed brings it, and over it what the officer's own acts answered, so
 * that a button need not wait for the feed. Every part shows what it derives from that value and nothing else. A live
 * board does the same with its {@code BoardState}; its lists are drawn in the browser ({@code LiveList}), so that many
 * boards cost little.
 *
 * <p>{@link id.balairung.queue.ui.ActDialog}, {@link id.balairung.queue.ui.AlertSentence},
 * {@link id.balairung.queue.ui.FollowedFeeds}, {@link id.balairung.queue.ui.Interruption}, {@link id.balairung.queue.ui.LiveText}, {@link id.balairung.queue.ui.NoteDialog} and
 * {@link id.balairung.queue.ui.PriorityLook} are for the screens of other modules, too.
 */
@NamedInterface("ui")
@NullMarked
package id.balairung.queue.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
