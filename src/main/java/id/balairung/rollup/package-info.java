/**
 * The rollups: figures of past days that can be added up, kept per agency, service, day and hour and again for whole months and years,
 * so that years are read as quickly as a day. They are reckoned from a day's turns in the transaction of its report (decision 033).
 */
@ApplicationModule(
        displayName = "Rollups",
        allowedDependencies = {"closing", "history", "counter", "queue", "agency", "security", "tenancy", "common"})
@NullMarked
package id.balairung.rollup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
