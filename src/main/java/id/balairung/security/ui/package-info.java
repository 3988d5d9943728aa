/** What screens show of security: the question who sits there, and the own sessions. Views of any module place them. */
@NamedInterface("ui")
@NullMarked
package id.balairung.security.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
