/**
 * The service history: every turn that has ended, searched, paged and counted, one ticket's timeline, exports, and what an older
 * system kept. A turn's row is a projection of its ticket's events, written in the same transaction.
 */
@ApplicationModule(
        displayName = "History",
        allowedDependencies = {
            "queue",
            "queue :: ui",
            "counter",
            "agency",
            "staff",
            "audit",
            "security",
            "security :: ui",
            "sheet",
            "sheet :: ui",
            "tenancy",
            "common",
            "common :: ui"
        })
@NullMarked
package id.balairung.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
