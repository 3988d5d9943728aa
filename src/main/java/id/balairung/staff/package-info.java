/**
 * The accounts of the people who sign in: their passwords, second factors and what each prefers.
 */
@ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {"agency", "audit", "security", "tenancy", "common"})
@NullMarked
package id.balairung.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
