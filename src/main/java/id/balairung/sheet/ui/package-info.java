/** Taking a table in and giving one out on a screen; parameterised by what the table holds. */
@NamedInterface("ui")
@NullMarked
package id.balairung.sheet.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
