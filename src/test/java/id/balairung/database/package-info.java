/** The embedded MariaDB as an operator meets it. */
@NullMarked
package id.balairung.database;

import org.jspecify.annotations.NullMarked;
