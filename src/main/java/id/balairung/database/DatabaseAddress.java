package id.balairung.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where the pool and Flyway connect to. */
record DatabaseAddress(String url, String user, String password) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
