/**
 * The front desk's screen and the slip it prints. A screen holds one value, {@code DeskState}: what the mall offers, how
 * many wait as the feed brings it, and the visit at the desk. Every part shows what it derives from that value.
 */
@NullMarked
package id.balairung.intake.ui;

import org.jspecify.annotations.NullMarked;
