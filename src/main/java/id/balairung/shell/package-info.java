/**
 * The frame round every screen: sign-in, menu by role, language and scheme, the connection's state, and what people read
 * when something goes wrong. It knows no view: a view speaks to it through {@code common.ui}, and the menu and the
 * landing page ask the router what there is and who may open it. Nothing depends on it.
 */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {
            "counter",
            "staff",
            "audit",
            "agency",
            "security",
            "security :: ui",
            "tenancy",
            "common",
            "common :: ui"
        })
@NullMarked
package id.balairung.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
