/**
 * Satisfaction: what people say of a finished service, once for each, and the index that the law asks for (SKM and IKM, Permenpan
 * RB 14/2017). A {@link id.balairung.satisfaction.SatisfactionIndex} is reckoned exactly from the answers; officers only ever read
 * sets that are too large to tell who answered.
 */
@ApplicationModule(
        displayName = "Satisfaction",
        allowedDependencies = {
            "closing",
            "history",
            "queue",
            "queue :: ui",
            "counter",
            "staff",
            "agency",
            "audit",
            "security",
            "security :: ui",
            "tenancy",
            "sheet",
            "sheet :: ui",
            "paper",
            "common",
            "common :: ui"
        })
@NullMarked
package id.balairung.satisfaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
