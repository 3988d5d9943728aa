/**
 * The queue: tickets and their life, the order in which they are called, and the live board. The database is the truth
 * ({@code ticket}, {@code waiting}, {@code ticket_event}); a {@link id.balairung.queue.QueueBoard} is a projection of
 * it that {@link id.balairung.queue.QueueFeed} hands to every open screen of the agency.
 */
@ApplicationModule(
        displayName = "Queue",
        allowedDependencies = {
            "counter",
            "alert",
            "agency",
            "staff",
            "audit",
            "security",
            "security :: ui",
            "tenancy",
            "common",
            "common :: ui"
        })
@NullMarked
package id.balairung.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
