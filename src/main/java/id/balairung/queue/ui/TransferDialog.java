package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.common.ServiceDay;
import id.balairung.queue.TicketNumber;
import id.balairung.queue.TicketSnapshot;
import id.balairung.tenancy.AgencyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Alihkan: to another service of the agency, which keeps the number, or to another agency, which gives a new one. */
class TransferDialog extends ActDialog {

    /** As much as anybody types to find a service; a browser can send more. */
    private static final int LONGEST_SEARCH = 60;

    private final LiveConsole console;
    private final TextField search = new TextField(getTranslation("queue.transfer.search"));
    private final TargetList own;
    private final TargetList others;
    private final ReasonField reason =
            new ReasonField("queue.transfer.wrong", "queue.transfer.next-step", "queue.transfer.elsewhere");
    private final Consumer<Arrival> arrived;

    /**
     * Where a handed-off ticket goes on.
     *
     * @param target where
     * @param number the new number; empty when a repeated command was answered
     */
    record Arrival(TransferTarget target, Optional<TicketNumber> number) {}

    TransferDialog(
            LiveConsole console,
            ServiceCatalogue catalogue,
            TicketSnapshot ticket,
            Consumer<Arrival> arrived,
            Runnable afterwards) {
        super(Notice.of("queue.transfer.title", ticket.number()), "queue.action.transfer", afterwards);
        this.console = console;
        this.arrived = arrived;
        AgencyId agency = console.now().board().agency();
        ServiceId present = ticket.service();
        ServiceDay day = console.now().board().day();
        this.own = new TargetList(
                "queue.transfer.own",
                targets(catalogue, day, target -> target.equals(agency), service -> !service.equals(present)),
                false);
        this.others = new TargetList(
                "queue.transfer.others",
                targets(catalogue, day, target -> !target.equals(agency), service -> true),
                true);
        own.yieldTo(others);
        others.yieldTo(own);
        search.setWidthFull();
        search.setMaxLength(LONGEST_SEARCH);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(typed -> {
            String text = typed.getValue();
            String found = text.substring(0, Math.min(text.length(), LONGEST_SEARCH));
            own.find(found);
            others.find(found);
        });
        Div lists = new Div(own, others);
        lists.addClassName("bl-target-lists");
        ask(search, lists, reason);
        beginWith(search);
        enterConfirms(reason.field());
    }

    @Override
    protected Optional<Notice> act() {
        Optional<TransferTarget> foreign = others.chosen();
        if (foreign.isPresent()) {
            TransferTarget target = foreign.get();
            return console.handOff(
                    target.service().id(), reason.reason(), number -> arrived.accept(new Arrival(target, number)));
        }
        return own.chosen()
                .map(target -> console.transfer(target.service().id(), reason.reason()))
                .orElseGet(() -> Optional.of(Notice.of("queue.refused.target-missing")));
    }

    private static List<TransferTarget> targets(
            ServiceCatalogue catalogue, ServiceDay day, Predicate<AgencyId> agencies, Predicate<ServiceId> services) {
        Map<AgencyId, String> names =
                catalogue.agencies().stream().collect(Collectors.toMap(agency -> agency.id(), agency -> agency.name()));
        return catalogue.services().stream()
                .filter(service -> !service.withdrawn())
                .filter(service -> agencies.test(service.agency()) && services.test(service.id()))
                .map(service -> new TransferTarget(
                        service, names.getOrDefault(service.agency(), ""), catalogue.stateOf(service, day)))
                .toList();
    }
}
