/**
 * The daily closing: what a service day brought an agency, reckoned from the history once the day is over, kept, and reckoned anew
 * when something of that day changes. The figures are those of kpi.md and hold nothing about a person.
 */
@ApplicationModule(
        displayName = "Daily closing",
        allowedDependencies = {
            "history",
            "queue",
            "agency",
            "audit",
            "security",
            "sheet",
            "sheet :: ui",
            "tenancy",
            "common",
            "common :: ui"
        })
@NullMarked
package id.balairung.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
