package id.balairung.queue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.queue.TicketSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows the queue of all the counter's services or of one: buttons of which one is pressed, each with how many wait. They
 * are no tabs: nothing else comes into view, the list under them only grows shorter.
 */
class ServiceFilter extends Div {

    /** From so many services on the buttons need a line of their own. */
    private static final int MANY = 3;

    private final Button all = button();
    private final Map<ServiceSummary, Button> services = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable ServiceSummary chosen;
    private String wanted;

    /**
     * A filter that begins with a service.
     *
     * @param wanted the prefix of the service to begin with; empty for all
     */
    ServiceFilter(String wanted) {
        this.wanted = wanted;
        addClassName("bl-filter");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("queue.list.filter"));
        all.addClickListener(click -> choose(null));
        add(all);
        press();
    }

    /** Lets somebody know when another service was chosen. */
    void whenChosen(Runnable listener) {
        listeners.add(listener);
    }

    void show(List<ServiceSummary> offered, List<TicketSnapshot> queue) {
        if (!List.copyOf(services.keySet()).equals(offered)) {
            offer(offered);
        }
        say(all, getTranslation("queue.list.all", queue.size()));
        services.forEach((service, button) -> say(
                button,
                service.prefix() + " "
                        + queue.stream()
                                .filter(ticket -> ticket.service().equals(service.id()))
                                .count()));
    }

    /** A text is sent even where it stays the same. */
    private static void say(Button button, String text) {
        if (!text.equals(button.getText())) {
            button.setText(text);
        }
    }

    /** Whether tickets of a service are shown. */
    boolean shows(ServiceId service) {
        return chosen().map(ServiceSummary::id).map(service::equals).orElse(true);
    }

    /** The prefix of the chosen service; empty for all. */
    Optional<String> prefix() {
        return chosen().map(ServiceSummary::prefix);
    }

    /** The names of what is shown. */
    String names() {
        return chosen().map(List::of).orElseGet(() -> List.copyOf(services.keySet())).stream()
                .map(service -> service.name(getLocale()))
                .collect(Collectors.joining(", "));
    }

    private void offer(List<ServiceSummary> offered) {
        services.values().forEach(this::remove);
        services.clear();
        offered.forEach(service -> {
            Button button = button();
            button.getElement().setAttribute("title", service.name(getLocale()));
            button.addClickListener(click -> choose(service));
            services.put(service, button);
            add(button);
        });
        setClassName("many", offered.size() >= MANY);
        offered.stream()
                .filter(service -> service.prefix().equals(wanted))
                .findAny()
                .ifPresent(service -> {
                    wanted = "";
                    chosen = service;
                });
        if (chosen != null && !services.containsKey(chosen)) {
            chosen = null;
        }
        press();
    }

    private void choose(@Nullable ServiceSummary service) {
        chosen = service;
        press();
        listeners.forEach(Runnable::run);
    }

    private void press() {
        all.getElement().setAttribute("aria-pressed", String.valueOf(chosen == null));
        services.forEach((service, button) ->
                button.getElement().setAttribute("aria-pressed", String.valueOf(service.equals(chosen))));
    }

    private Optional<ServiceSummary> chosen() {
        return Optional.ofNullable(chosen);
    }

    private static Button button() {
        Button button = new Button();
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
