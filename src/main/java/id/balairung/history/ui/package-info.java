/** The screens of the service history: what was exported and imported. */
@NullMarked
package id.balairung.history.ui;

import org.jspecify.annotations.NullMarked;
