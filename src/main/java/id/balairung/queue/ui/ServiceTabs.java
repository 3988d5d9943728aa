package id.balairung.queue.ui;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.queue.TicketSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One tab for all services of the counter, and one for each, with how many wait there. */
class ServiceTabs extends Tabs {

    private final Tab all = new Tab();
    private final Map<Tab, ServiceSummary> services = new LinkedHashMap<>();
    private String wanted;

    /**
     * Tabs that begin with a service.
     *
     * @param wanted the prefix of the service to begin with; empty for all
     */
    ServiceTabs(String wanted) {
        super(false);
        this.wanted = wanted;
        add(all);
        setSelectedTab(all);
    }

    void show(List<ServiceSummary> offered, List<TicketSnapshot> queue) {
        if (!List.copyOf(services.values()).equals(offered)) {
            services.keySet().forEach(this::remove);
            services.clear();
            offered.forEach(this::addTab);
        }
        all.setLabel(getTranslation("queue.list.all", queue.size()));
        services.forEach((tab, service) -> tab.setLabel(service.prefix() + " "
                + queue.stream()
                        .filter(ticket -> ticket.service().equals(service.id()))
                        .count()));
    }

    /** Whether the chosen tab shows tickets of a service. */
    boolean shows(ServiceId service) {
        return chosen().map(ServiceSummary::id).map(service::equals).orElse(true);
    }

    /** The prefix of the chosen service; empty for all. */
    Optional<String> prefix() {
        return chosen().map(ServiceSummary::prefix);
    }

    /** The names of what the chosen tab shows. */
    String names() {
        return chosen().map(List::of).orElseGet(() -> List.copyOf(services.values())).stream()
                .map(service -> service.name(getLocale()))
                .collect(Collectors.joining(", "));
    }

    private void addTab(ServiceSummary service) {
        Tab tab = new Tab();
        tab.getElement().setAttribute("title", service.name(getLocale()));
        services.put(tab, service);
        add(tab);
        if (service.prefix().equals(wanted)) {
            wanted = "";
            setSelectedTab(tab);
        }
    }

    private Optional<ServiceSummary> chosen() {
        return Optional.ofNullable(getSelectedTab()).map(services::get);
    }
}
