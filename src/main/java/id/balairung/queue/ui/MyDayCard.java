package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.Share;
import id.balairung.common.ui.Figure;
import id.balairung.counter.OpenShift;
import id.balairung.queue.MyDay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The officer's own day: how many were served, how long it took, and how many waited no longer than the standard. */
class MyDayCard extends Section {

    private final Span since = new Span();
    private final Figure served = new Figure(getTranslation("queue.my-day.served"));
    private final Figure time = new Figure(getTranslation("queue.my-day.time"));
    private final Figure target = new Figure(getTranslation("queue.my-day.target"));
    private @Nullable Shown shown;

    MyDayCard(Signal<ConsoleState> state) {
        addClassNames("bl-card", "bl-my-day");
        setAriaLabel(getTranslation("queue.my-day.label"));
        since.addClassNames("bl-quiet", "bl-xs", "bl-push");
        Header head = new Header(new H2(getTranslation("queue.my-day.title")), since);
        head.addClassName("bl-head");
        Div strip = new Div(served, time, target);
        strip.addClassName("bl-strip");
        add(head, strip);
        Signal.effect(this, () -> show(state.get()));
    }

    private void show(ConsoleState state) {
        Shown next = new Shown(state.shift().map(OpenShift::openedAt), state.myDay());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        since.setText(state.shift()
                .map(OpenShift::openedAt)
                .map(at -> getTranslation("queue.timer.since", state.place().clock(at)))
                .orElse(""));
        MyDay day = state.myDay();
        served.show(String.valueOf(day.served()), "", getTranslation("queue.my-day.no-shows", day.noShows()));
        time.show(
                day.medianService().map(MyDayCard::minutes).orElse("-"),
                day.medianService().isPresent() ? getTranslation("queue.unit.minutes") : "",
                day.p90Service()
                        .map(p90 -> getTranslation("queue.my-day.median", minutes(p90)))
                        .orElseGet(() -> getTranslation("queue.my-day.nobody")));
        Optional<Integer> share = new Share(day.withinTarget(), day.served()).percent();
        target.show(
                share.map(String::valueOf).orElse("-"),
                share.isPresent() ? "%" : "",
                getTranslation("queue.my-day.n", day.served()));
    }

    /** What the card shows; the same value is drawn once. */
    private record Shown(Optional<Instant> openedAt, MyDay day) {}

    private static String minutes(Duration time) {
        return String.valueOf(Math.round(time.toSeconds() / 60.0));
    }
}
