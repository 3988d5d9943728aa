package id.balairung.dashboard.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.dashboard.Dashboards;
import id.balairung.queue.QueueFeed;
import id.balairung.satisfaction.Satisfaction;
import id.balairung.security.CurrentStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the dashboard reads from. */
@Component
record DashboardServices(
        Dashboards dashboards,
        QueueFeed queues,
        Satisfaction satisfaction,
        ServiceCatalogue catalogue,
        CurrentMall mall,
        CurrentStaff currentStaff,
        Clock clock,
        I18NProvider texts) {

    LocalDate today() {
        return mall.today().date();
    }

    /** Whether somebody of the mall reads, who may choose among the agencies. */
    boolean reachesAll() {
        return currentStaff.require().agency().isEmpty();
    }

    /** The reader's own agency, or the one with that code for somebody of the mall. */
    Optional<AgencySummary> agency(Optional<String> code) {
        return catalogue.chosen(currentStaff.require().agency(), code);
    }

    /** An agency's service with that prefix. */
    Optional<ServiceSummary> service(AgencySummary agency, String prefix) {
        return catalogue.servicesOf(agency.id()).stream()
                .filter(service -> service.prefix().equalsIgnoreCase(prefix))
                .findAny();
    }

    DashboardWords words(Locale language) {
        return new DashboardWords(texts, language, mall.rules().zone(), catalogue);
    }
}
