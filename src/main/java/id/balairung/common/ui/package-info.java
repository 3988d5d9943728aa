/**
 * What every screen is made of and no module owns: icons, badges, figures, empty states, notices, the timers that run in
 * the browser, the keys, and how a view talks to the frame round it. Views name parts; how they look is in
 * {@code META-INF/resources/styles}, how they move in {@code frontend}. Uses Vaadin and nothing of the house.
 *
 * <p>A view tells the frame its title by implementing {@link id.balairung.common.ui.PageHeader}; the frame tells views
 * what happens to the page by events on the UI: {@link id.balairung.common.ui.Reconnected}, and takes
 * {@link id.balairung.common.ui.PageHeaderChanged} and {@link id.balairung.common.ui.SourceAvailability} from them.
 */
@NamedInterface("ui")
@NullMarked
package id.balairung.common.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
