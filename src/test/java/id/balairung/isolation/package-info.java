/**
 * Who reaches what: every way into the application, found by reflection, and what each role may do by it for its own agency
 * and for another. The table is {@link id.balairung.isolation.IsolationMatrix}.
 */
@org.jspecify.annotations.NullMarked
package id.balairung.isolation;
