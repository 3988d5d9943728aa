/**
 * The MariaDB behind Balairung. By default, under the profile {@code embedded-db}, one is unpacked, started and stopped
 * with the application, and its data kept in a folder; otherwise {@code BALAIRUNG_DB_URL} names a server. Either way the
 * rest of the house sees a DataSource and nothing of this package, save {@link StartupRefusal}, which the application
 * turns into one line on the console.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package id.balairung.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
