/**
 * The administration of agencies, services, hours, the mall and its calendar: sections of /kelola. A view says what its entries
 * are and how its form stores them; list, address, form and what may go wrong are in {@code common.ui}.
 */
@NullMarked
package id.balairung.agency.ui;

import org.jspecify.annotations.NullMarked;
