/**
 * The service history as people read it: the list of turns at /riwayat, and one ticket's past beside it or on a page of its own,
 * with its notes and corrections; and what was exported and imported. What is looked for and what is chosen stand in the address.
 */
@NullMarked
package id.balairung.history.ui;

import org.jspecify.annotations.NullMarked;
