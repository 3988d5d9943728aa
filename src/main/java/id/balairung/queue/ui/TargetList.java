package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Optional;

/** A group of services to move a ticket to. Those that take nobody today say so and can't be chosen. */
class TargetList extends Div {

    private final ListBox<TransferTarget> list = new ListBox<>();
    private final List<TransferTarget> targets;
    private final boolean foreign;

    TargetList(String titleKey, List<TransferTarget> targets, boolean foreign) {
        this.targets = targets;
        this.foreign = foreign;
        addClassName("bl-targets");
        String title = getTranslation(titleKey);
        list.setAriaLabel(title);
        list.setRenderer(new ComponentRenderer<>(this::describe));
        list.setItemEnabledProvider(TransferTarget::open);
        add(new H3(title), list);
        find("");
    }

    /** Shows only those that match what was typed. */
    final void find(String typed) {
        List<TransferTarget> found = targets.stream()
                .filter(target -> target.matches(typed, getLocale()))
                .toList();
        list.setItems(found);
        setVisible(!found.isEmpty());
        if (!typed.isBlank()) {
            found.stream()
                    .filter(TransferTarget::open)
                    .findFirst()
                    .filter(only -> found.size() == 1)
                    .ifPresent(list::setValue);
        }
    }

    /** What the arrows choose from. */
    final ListBox<TransferTarget> field() {
        return list;
    }

    Optional<TransferTarget> chosen() {
        return Optional.ofNullable(list.getValue());
    }

    /** Forgets what is chosen here as soon as something is chosen there. */
    void yieldTo(TargetList other) {
        other.list.addValueChangeListener(choice -> {
            if (choice.getValue() != null) {
                list.clear();
            }
        });
    }

    private Component describe(TransferTarget target) {
        Span prefix = new Span(target.service().prefix());
        prefix.addClassName("bl-letter");
        Div words = new Div(new Span(target.service().name(getLocale())));
        words.addClassName("words");
        if (foreign) {
            words.add(quiet(target.agencyName()));
        }
        Div row = new Div(prefix, words);
        row.addClassName("bl-row");
        switch (target.state()) {
            case OPEN -> {
                // Nothing to say: it can be chosen.
            }
            case CLOSED_TODAY -> row.add(quiet(getTranslation("queue.transfer.closed-today")));
            case PAUSED ->
                row.add(quiet(getTranslation(
                        "queue.transfer.paused", target.service().pausedReason().orElse(""))));
            case FULL -> row.add(quiet(getTranslation("queue.transfer.full")));
            case SUSPENDED -> row.add(quiet(getTranslation("queue.transfer.suspended")));
            case WITHDRAWN -> row.add(quiet(getTranslation("queue.transfer.withdrawn")));
        }
        return row;
    }

    private static Span quiet(String text) {
        Span quiet = new Span(text);
        quiet.addClassNames("bl-quiet", "bl-xs");
        return quiet;
    }
}
