/**
 * Paper: pages that are handed out as PDF files, to be printed, signed and filed. The same page gives the same file, byte for byte.
 */
@ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {})
@NullMarked
package id.balairung.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
