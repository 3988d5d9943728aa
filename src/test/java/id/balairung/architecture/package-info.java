/** Proves that the house is built as docs/decisions and the package table say. */
@NullMarked
package id.balairung.architecture;

import org.jspecify.annotations.NullMarked;
