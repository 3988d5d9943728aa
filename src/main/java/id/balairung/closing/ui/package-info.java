/** The daily reports on the screen, on paper and as a file. */
@NullMarked
package id.balairung.closing.ui;

import org.jspecify.annotations.NullMarked;
