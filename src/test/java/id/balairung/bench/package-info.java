/** Benchmarks, run by {@code ./balairung bench NAME}: each prints a table and writes docs/benchmarks/NAME.json. */
@NullMarked
package id.balairung.bench;

import org.jspecify.annotations.NullMarked;
