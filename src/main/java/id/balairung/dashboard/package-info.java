/**
 * The dashboards: the mall or an agency at a glance, now and over any period, beside the one before. What they show is read from the
 * rollups and today's turns, one reading for all that look at the same; each figure leads to the turns that it counts.
 */
@ApplicationModule(
        displayName = "Dashboard",
        allowedDependencies = {
            "rollup",
            "paper",
            "sheet",
            "satisfaction",
            "satisfaction :: ui",
            "closing",
            "history",
            "history :: ui",
            "queue",
            "queue :: ui",
            "counter",
            "alert",
            "agency",
            "audit",
            "security",
            "tenancy",
            "common",
            "common :: ui"
        })
@NullMarked
package id.balairung.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
