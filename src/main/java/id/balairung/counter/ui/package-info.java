/** The administration of an agency's counters at /kelola/loket. */
@NullMarked
package id.balairung.counter.ui;

import org.jspecify.annotations.NullMarked;
