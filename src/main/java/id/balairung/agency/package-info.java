/**
 * The agencies, what they offer, when they are open, and the mall they stand in.
 */
@ApplicationModule(
        displayName = "Agency",
        allowedDependencies = {
            "audit",
            "sheet",
            "sheet :: ui",
            "security",
            "security :: ui",
            "tenancy",
            "common",
            "common :: ui"
        })
@NullMarked
package id.balairung.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
