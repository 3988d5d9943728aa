package id.balairung.queue.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.OpenShift;
import java.util.List;
import java.util.Optional;

/** Changes what is served at the open counter. */
class ServicesDialog extends ActDialog {

    private final LiveConsole console;
    private final CheckboxGroup<ServiceSummary> services = new CheckboxGroup<>();

    ServicesDialog(LiveConsole console, OpenShift shift, Runnable afterwards) {
        super(Notice.of("queue.services.title", shift.counterNumber()), "queue.services.change", afterwards);
        this.console = console;
        List<ServiceSummary> here = console.counters().stream()
                .filter(counter -> counter.id().equals(shift.counter()))
                .flatMap(counter -> console.now().place().services(counter.services()).stream())
                .toList();
        services.setLabel(getTranslation("queue.open.services"));
        services.setItems(here);
        services.setItemLabelGenerator(service -> service.prefix() + " " + service.name(getLocale()));
        here.stream().filter(service -> shift.services().contains(service.id())).forEach(services::select);
        ask(services);
        beginWith(services);
    }

    @Override
    protected Optional<Notice> act() {
        return console.chooseServices(
                services.getValue().stream().map(ServiceSummary::id).toList());
    }
}
