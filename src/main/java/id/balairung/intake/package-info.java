/**
 * The front desk: finding what a visitor came for over all agencies, and issuing the tickets of one visit.
 */
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"queue", "counter", "agency", "staff", "security", "tenancy", "common", "common::ui"})
@NullMarked
package id.balairung.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
