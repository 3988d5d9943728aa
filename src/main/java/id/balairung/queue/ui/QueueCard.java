package id.balairung.queue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.signals.Signal;
import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceId;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.queue.TicketSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The queue of the counter's services: whose turn it is and why, everybody who waits, and what can be done to one. */
class QueueCard extends Section {

    /** What can be done to one who waits. */
    enum RowAction {
        CALL,
        ABANDON
    }

    private final Signal<ConsoleState> state;
    private final LiveText count = new LiveText();
    private final ServiceFilter filter;
    private final QueueList list;
    private final Div empty = new Div();
    private final Div chosen = new Div();
    private final Bold number = new Bold("");
    private final Button call;
    private final Button abandon;
    private @Nullable String emptyShown;

    QueueCard(Signal<ConsoleState> state, ServiceFilter filter, BiConsumer<RowAction, TicketSnapshot> wanted) {
        this.state = state;
        this.filter = filter;
        this.list = new QueueList(() -> showChosen(state.peek()));
        addClassNames("bl-card", "bl-queue");
        setAriaLabel(getTranslation("queue.list.title"));
        count.addClassNames("bl-quiet", "bl-s");
        filter.whenChosen(() -> show(state.peek()));
        Header head = new Header(new H2(getTranslation("queue.list.title")), count, filter);
        head.addClassName("bl-head");
        call = rowButton("queue.row.call", Icons.CALL, RowAction.CALL, wanted);
        abandon = rowButton("queue.row.abandon", Icons.ABANDONED, RowAction.ABANDON, wanted);
        number.addClassName("bl-num");
        chosen.add(number, call, abandon);
        chosen.addClassNames("bl-chosen", "bl-row");
        empty.addClassName("scroll");
        add(head, new NextUp(state), list, empty, chosen);
        Signal.effect(this, () -> show(state.get()));
    }

    private Button rowButton(String key, Icons icon, RowAction action, BiConsumer<RowAction, TicketSnapshot> wanted) {
        Button button = new Button(
                getTranslation(key),
                icon.create(),
                click -> list.chosen().ifPresent(ticket -> wanted.accept(action, ticket)));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void show(ConsoleState now) {
        List<TicketSnapshot> queue = now.queue();
        count.setText(getTranslation("queue.list.count", queue.size()));
        filter.show(now.place().services(now.services()), queue);
        List<TicketSnapshot> shown =
                queue.stream().filter(ticket -> filter.shows(ticket.service())).toList();
        list.take(shown, () -> rows(shown, now));
        list.setVisible(!shown.isEmpty());
        empty.setVisible(shown.isEmpty());
        if (shown.isEmpty()) {
            showEmpty(filter.names());
        }
        showChosen(now);
    }

    private void showEmpty(String services) {
        if (!services.equals(emptyShown)) {
            emptyShown = services;
            empty.removeAll();
            empty.add(new EmptyState(
                    Icons.PEOPLE,
                    getTranslation("queue.list.empty"),
                    getTranslation("queue.list.empty-next", services)));
        }
    }

    private void showChosen(ConsoleState now) {
        Optional<TicketSnapshot> selected = list.chosen();
        chosen.setVisible(selected.isPresent());
        selected.ifPresent(ticket -> {
            number.setText(ticket.number().toString());
            call.setVisible(now.place().mayChoose());
            call.setEnabled(now.reachable() && now.phase() == Phase.READY);
            abandon.setEnabled(now.reachable());
        });
    }

    private LiveList.Written rows(List<TicketSnapshot> shown, ConsoleState now) {
        return now.drawn()
                .once(
                        new Rows(now.services(), filter.prefix(), now.place().rules()),
                        () -> LiveList.Written.of(shown.stream()
                                .map(ticket -> QueueList.Row.of(ticket, now.place()))
                                .toList()));
    }

    /** The rows of these services, or of the one with that prefix, by these rules. */
    private record Rows(Set<ServiceId> services, Optional<String> prefix, MallRules rules) {}
}
