/**
 * The demonstration mall, only with the profile {@code demo}: MPP Kota Kendari's agencies and services, with made-up
 * counters, officers and targets. The screens say "data contoh". A simulated day plays in it on demand: {@code DayPlan} says
 * what chance decides, {@code SimulatedDay} has it played through the services that people use.
 */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "satisfaction",
            "intake",
            "queue",
            "counter",
            "agency",
            "staff",
            "security",
            "tenancy",
            "common"
        })
@NullMarked
package id.balairung.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
