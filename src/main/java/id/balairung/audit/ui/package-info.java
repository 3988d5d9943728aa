/**
 * The audit trail as people read it: what they look for is in the address, a trail is read as far as somebody scrolls, and a row
 * opens to all that is known of it. An export is what is looked for, as a file.
 */
@NullMarked
package id.balairung.audit.ui;

import org.jspecify.annotations.NullMarked;
