package id.balairung.history;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.ReadingAcross;
import id.balairung.security.CurrentStaff;
import id.balairung.staff.StaffNames;
import java.time.Duration;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The application's own services, where something doesn't come in time or at all. */
public final class HistoryParts {

    private static final String NOWHERE = "jdbc:mariadb://127.0.0.1:1/nowhere";

    private final ApplicationContext application;

    /** Of that application. */
    public HistoryParts(ApplicationContext application) {
        this.application = application;
    }

    /** A history that has no time to count. */
    public ServiceHistory uncounted() {
        return new ServiceHistory(
                new TurnRows(application.getBean(JdbcClient.class), Duration.ofSeconds(5), Duration.ZERO),
                application.getBean(GoingOn.class),
                application.getBean(ServiceCatalogue.class),
                application.getBean(CurrentMall.class),
                application.getBean(ReadingAcross.class),
                application.getBean(CurrentStaff.class),
                application.getBean(PlatformTransactionManager.class));
    }

    /** The choices, whose database is away. */
    public HistoryChoices outOfReach() {
        DriverManagerDataSource nowhere = new DriverManagerDataSource(NOWHERE);
        return new HistoryChoices(
                new TurnChoices(JdbcClient.create(nowhere)),
                application.getBean(StaffNames.class),
                application.getBean(ServiceCatalogue.class),
                application.getBean(ReadingAcross.class),
                application.getBean(CurrentStaff.class),
                new JdbcTransactionManager(nowhere));
    }
}
