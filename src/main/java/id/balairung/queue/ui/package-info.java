/**
 * The counter console and the settling of left-over tickets. A screen holds one value, {@code ConsoleState}: the agency's
 * board as the feed brings it, and over it what the officer's own acts answered, so that a button need not wait for the
 * feed. Every part shows what it derives from that value and nothing else.
 */
@NullMarked
package id.balairung.queue.ui;

import org.jspecify.annotations.NullMarked;
