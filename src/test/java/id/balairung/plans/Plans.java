package id.balairung.plans;

import id.balairung.plans.Plan.Step;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Listens to what the application asks the database, and asks it on the same connection, with the same values, how it would do
 * that. Each statement once, while somebody wants to know.
 */
class Plans implements BeanPostProcessor, QueryExecutionListener {

    private static final Pattern EXPLAINED = Pattern.compile("(select|update|delete|insert\\b.*\\bselect)\\b.*");
    private static final Pattern VALUES = Pattern.compile("\\(\\?(\\s*,\\s*\\?)+\\)");
    private static final Pattern WITHIN = Pattern.compile("set statement max_statement_time = \\S+ for ");
    private static final Pattern LIMIT = Pattern.compile("limit \\d+");

    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final List<String> heard = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private volatile @Nullable Thread asker;
    private volatile boolean listening;
    private boolean asking;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // A statement is explained after it ran, in its own transaction.
    }

    @Override
    public synchronized void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (!listening || asking) {
            return;
        }
        for (QueryInfo query : queries) {
            String sql = WITHIN.matcher(query.getQuery().strip().replaceAll("\\s+", " "))
                    .replaceFirst("");
            String alike = LIMIT.matcher(VALUES.matcher(sql).replaceAll("(?)")).replaceAll("limit ?");
            heard.add(alike);
            if (Thread.currentThread() == asker) {
                asked.add(alike);
            }
            if (!plans.containsKey(alike)
                    && EXPLAINED.matcher(sql.toLowerCase(Locale.ROOT)).matches()
                    && execution.isSuccess()) {
                plans.put(alike, new Plan(alike, explained(execution, query, sql)));
            }
        }
    }

    private List<Step> explained(ExecutionInfo execution, QueryInfo query, String sql) {
        asking = true;
        try {
            Connection connection = execution.getStatement().getConnection();
            try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
                if (!query.getParametersList().isEmpty()) {
                    for (ParameterSetOperation value : query.getParametersList().getFirst()) {
                        value.getMethod().invoke(explain, value.getArgs());
                    }
                }
                return steps(explain);
            }
        } catch (SQLException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Can't explain " + sql, e);
        } finally {
            asking = false;
        }
    }

    /** Behind the number may stand how many of them a filter leaves. */
    private static long looked(@Nullable String rows) {
        return rows == null ? 0 : Long.parseLong(rows.split(" ")[0]);
    }

    private static List<Step> steps(PreparedStatement explain) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                // Where rows are put is a step, too.
                if (rows.getString("table") != null
                        && rows.getString("type") != null
                        && !rows.getString("select_type").equals("INSERT")) {
                    steps.add(new Step(
                            rows.getString("table"),
                            rows.getString("type"),
                            Optional.ofNullable(rows.getString("key")),
                            looked(rows.getString("rows")),
                            Optional.ofNullable(rows.getString("Extra")).orElse("")));
                }
            }
        }
        return List.copyOf(steps);
    }

    /** What is asked while something is done, and how the database does it; statements that were known keep their first plan. */
    List<Plan> of(Runnable act) {
        synchronized (this) {
            heard.clear();
        }
        asker = Thread.currentThread();
        listening = true;
        try {
            act.run();
        } finally {
            listening = false;
        }
        synchronized (this) {
            return heard.stream()
                    .distinct()
                    .filter(plans::containsKey)
                    .map(plans::get)
                    .toList();
        }
    }

    /** Whether it was asked by the thread that did something, and not by what the application does by itself, now or a little later. */
    synchronized boolean wasAskedFor(Plan plan) {
        return asked.contains(plan.sql());
    }
}
