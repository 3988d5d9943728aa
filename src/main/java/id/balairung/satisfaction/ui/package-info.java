/**
 * The pages on which visitors say something of a service, without signing in and without a script, and the screens on which staff
 * reads it.
 */
@NullMarked
package id.balairung.satisfaction.ui;

import org.jspecify.annotations.NullMarked;
