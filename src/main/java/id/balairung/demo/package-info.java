/**
 * The demonstration mall, only with the profile {@code demo}: MPP Kota Kendari's agencies and services, with made-up
 * counters, officers and targets. The screens say "data contoh". A simulated day plays in it on demand: {@code DayPlan} says
 * what chance decides, {@code SimulatedDay} has it played through the services that people use. Its past is played on paper by
 * such plans ({@code PastDay}) and comes in at the first start as an older system's turns do ({@code DemoPast}).
 */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "satisfaction",
            "history",
            "sheet",
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
