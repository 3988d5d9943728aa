/**
 * What every module needs and no module owns: the service day, the clock, the broken rule, ids that rise with time.
 * Uses nothing of the house.
 */
@ApplicationModule(
        displayName = "Common",
        allowedDependencies = {})
@NullMarked
package id.balairung.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
