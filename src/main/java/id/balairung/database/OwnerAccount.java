package id.balairung.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** Who owns the tables and migrates them. The application itself never works with this account. */
record OwnerAccount(String url, String user, String password) implements FlywayConnectionDetails {

    /** Whether it was given; without it nothing can be migrated. */
    boolean isKnown() {
        return !user.isBlank();
    }

    /** Null where it was not given: Flyway then looks with the application's account whether there is anything to do. */
    @Override
    public @Nullable String getJdbcUrl() {
        return isKnown() ? url : null;
    }

    @Override
    public @Nullable String getUsername() {
        return isKnown() ? user : null;
    }

    @Override
    public @Nullable String getPassword() {
        return isKnown() ? password : null;
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
