/**
 * The dashboard as the head and an agency's admin see it: now, and over a period beside the one before. A card is drawn from one value,
 * and anew only when that is another; each figure is a link to the turns that it counts.
 */
@NullMarked
package id.balairung.dashboard.ui;

import org.jspecify.annotations.NullMarked;
