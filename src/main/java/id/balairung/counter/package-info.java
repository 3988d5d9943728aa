/**
 * The counters, and who serves what, where and when: shifts and their breaks.
 */
@ApplicationModule(
        displayName = "Counter",
        allowedDependencies = {"audit", "alert", "agency", "staff", "security", "tenancy", "common", "common :: ui"})
@NullMarked
package id.balairung.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
