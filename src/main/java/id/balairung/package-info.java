/**
 * Balairung, the staff back-office of a Mal Pelayanan Publik. One package per capability; each package-info says what
 * its module is for and what it may use.
 */
@NullMarked
package id.balairung;

import org.jspecify.annotations.NullMarked;
