/** The administration of accounts: an agency's officers at /kelola/petugas, all accounts of the mall at /kelola/akun. */
@NullMarked
package id.balairung.staff.ui;

import org.jspecify.annotations.NullMarked;
