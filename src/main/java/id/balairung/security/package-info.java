/**
 * Who is signed in, what each role may do, and the chain in front of every request. Knows accounts only as
 * {@link id.balairung.security.StaffPrincipal}; the staff module keeps them.
 */
@ApplicationModule(
        displayName = "Security",
        allowedDependencies = {"tenancy", "common", "common :: ui"})
@NullMarked
package id.balairung.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
