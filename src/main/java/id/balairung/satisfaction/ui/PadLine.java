package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.HurtingQuestion;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.StatusBadge;
import id.balairung.satisfaction.PadStatus;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One counter in the list: whether a pad is paired there, and what can be done about it. */
final class PadLine extends ListItem {

    private final transient PadServices services;
    private final transient Runnable afterwards;
    private final Span told = new Span();
    private final Div state = new Div();
    private final Button pair = new Button();
    private final Button part = new Button(getTranslation("rating.pads.part"));
    private transient PadStatus shown;
    private transient @Nullable PairingDialog pairing;

    PadLine(PadStatus pad, PadServices services, Runnable afterwards) {
        this.services = services;
        this.afterwards = afterwards;
        this.shown = pad;
        Span what = new Span(name());
        what.addClassName("what");
        told.addClassNames("bl-sec", "bl-s");
        Div words = new Div(what, told);
        words.addClassName("words");
        state.addClassName("state");
        pair.addClickListener(click -> offer());
        part.addThemeVariants(ButtonVariant.ERROR);
        part.setAriaLabel(getTranslation("rating.pads.part-at", pad.number()));
        part.addClickListener(click -> ask());
        Div acts = new Div(part, pair);
        acts.addClassName("acts");
        add(words, state, acts);
        show(pad);
    }

    boolean shows(PadStatus pad) {
        return shown.counter().equals(pad.counter());
    }

    void show(PadStatus pad) {
        boolean paired = pad.pairedAt().isPresent() && !pad.pairedAt().equals(shown.pairedAt());
        shown = pad;
        told.setText(about());
        state.removeAll();
        state.add(badge());
        boolean has = pad.pairedAt().isPresent();
        pair.setText(getTranslation(has ? "rating.pads.pair-anew" : "rating.pads.pair"));
        pair.setAriaLabel(getTranslation(has ? "rating.pads.pair-anew-at" : "rating.pads.pair-at", pad.number()));
        part.setVisible(has);
        if (paired && pairing != null && pairing.isOpened()) {
            pairing.close();
            Notifications.SUCCESS.show(getTranslation("rating.pads.paired", pad.number()));
        }
    }

    private String name() {
        return Stream.of(getTranslation("counter.manage.number", shown.number()), shown.label())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String about() {
        return shown.pairedAt()
                .map(at -> Stream.of(
                                getTranslation(
                                        "rating.pads.since",
                                        moment(at),
                                        shown.pairedBy().orElse("")),
                                shown.live()
                                        ? ""
                                        : shown.seenAt()
                                                .map(seen -> getTranslation("rating.pads.seen", moment(seen)))
                                                .orElse(""))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")))
                .orElseGet(() -> getTranslation("rating.pads.never"));
    }

    private StatusBadge badge() {
        if (shown.pairedAt().isEmpty()) {
            return new StatusBadge("abandoned", Icons.MINUS, getTranslation("rating.pads.state.none"));
        }
        return shown.live()
                ? new StatusBadge("serving", Icons.LIVE, getTranslation("rating.pads.state.live"))
                : new StatusBadge("near", Icons.LOST, getTranslation("rating.pads.state.away"));
    }

    private void offer() {
        try {
            pairing = new PairingDialog(shown, services);
            pairing.open();
        } catch (BusinessRuleViolation gone) {
            Notifications.ERROR.show(getTranslation(gone.key()));
            afterwards.run();
        }
    }

    private void ask() {
        new HurtingQuestion(
                        getTranslation("rating.pads.part-question", shown.number()),
                        getTranslation("rating.pads.part-words"),
                        getTranslation("rating.pads.part"),
                        this::part)
                .open();
    }

    private void part() {
        try {
            services.pads().unpair(shown.counter());
            Notifications.SUCCESS.show(getTranslation("rating.pads.parted", shown.number()));
        } catch (BusinessRuleViolation gone) {
            Notifications.ERROR.show(getTranslation(gone.key()));
        }
        afterwards.run();
    }

    private String moment(Instant at) {
        ZonedDateTime there = at.atZone(services.mall().rules().zone());
        boolean thisYear = there.getYear() == services.mall().today().date().getYear();
        return DateTimeFormatter.ofPattern(
                        getTranslation(thisYear ? "rating.pads.moment" : "rating.pads.moment-in-year"), getLocale())
                .format(there);
    }
}
