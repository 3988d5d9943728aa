/**
 * Alerts: what went wrong, from when to when, and who took note. What counts as wrong is defined by the module that owns
 * it, as a {@link id.balairung.alert.Condition}; this module sees to it that each is raised once while it lasts, can be
 * acknowledged by a person, and stays in a history.
 */
@ApplicationModule(
        displayName = "Alert",
        allowedDependencies = {"audit", "staff", "security", "tenancy", "common"})
@NullMarked
package id.balairung.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
