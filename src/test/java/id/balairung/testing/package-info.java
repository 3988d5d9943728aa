/** What the tests share: one application context, one MariaDB, one clock that a test may set. */
@NullMarked
package id.balairung.testing;

import org.jspecify.annotations.NullMarked;
