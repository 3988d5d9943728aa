/** How the database finds what the queue and the history ask for: each statement's plan over a past of some length. */
@NullMarked
package id.balairung.plans;

import org.jspecify.annotations.NullMarked;
