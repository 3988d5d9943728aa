/**
 * The counter console, the live board and the settling of left-over tickets. A console holds one value,
 * {@code ConsoleState}: the agency's board as the feed brings it, and over it what the officer's own acts answered, so
 * that a button need not wait for the feed. Every part shows what it derives from that value and nothing else. A live
 * board does the same with its {@code BoardState}; its lists are drawn in the browser ({@code LiveList}), so that many
 * boards cost little.
 */
@NullMarked
package id.balairung.queue.ui;

import org.jspecify.annotations.NullMarked;
