/**
 * The pages on which visitors say something of a service, without signing in and without a script, and the screens on which staff
 * reads it. {@link id.balairung.satisfaction.ui.IkmCard} is for the dashboards.
 */
@NamedInterface("ui")
@NullMarked
package id.balairung.satisfaction.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
