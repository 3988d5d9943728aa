/**
 * Tables that come from a file or go into one, as XLSX or CSV. What comes in is bounded before it is understood; what goes out
 * can't act as a formula where somebody opens it. Knows nothing of what the rows mean.
 */
@ApplicationModule(
        displayName = "Sheet",
        allowedDependencies = {"common", "common::ui"})
@NullMarked
package id.balairung.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
