/**
 * The demonstration mall, only with the profile {@code demo}: MPP Kota Kendari's agencies and services, with made-up
 * counters, officers and targets. The screens say "data contoh".
 */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {"counter", "agency", "staff", "security", "tenancy", "common"})
@NullMarked
package id.balairung.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
