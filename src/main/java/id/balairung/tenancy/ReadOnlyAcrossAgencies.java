package id.balairung.tenancy;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Refuses every statement but a SELECT while a thread reads across agencies: bulk statements pass no event listener. */
class ReadOnlyAcrossAgencies implements StatementInspector {

    @Override
    public String inspect(String sql) {
        if (TenantScope.current().filter(TenantScope.EVERYBODY::equals).isPresent() && !isRead(sql)) {
            throw new IllegalStateException("Reading across agencies never writes");
        }
        return sql;
    }

    private static boolean isRead(String sql) {
        String start = sql.stripLeading();
        return start.regionMatches(true, 0, "select", 0, 6) || start.startsWith("(");
    }
}
