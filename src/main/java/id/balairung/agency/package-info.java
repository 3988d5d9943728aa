/**
 * The agencies, what they offer, when they are open, and the mall they stand in.
 */
@ApplicationModule(
        displayName = "Agency",
        allowedDependencies = {"security", "tenancy", "common"})
@NullMarked
package id.balairung.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
