/**
 * The accounts of the people who sign in: their passwords, second factors and what each prefers.
 */
@ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {
            "agency",
            "audit",
            "sheet",
            "sheet::ui",
            "security",
            "security::ui",
            "tenancy",
            "common",
            "common::ui"
        })
@NullMarked
package id.balairung.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
