package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.signals.Signal;

/** The present number, the present step, and the eight actions. */
class NowCard extends Section {

    NowCard(Signal<ConsoleState> state, Component... parts) {
        addClassNames("bl-card", "bl-now");
        setAriaLabel(getTranslation("queue.now.label"));
        add(parts);
        Signal.effect(this, () -> {
            Phase phase = state.get().phase();
            setClassName("is-called", phase == Phase.CALLED);
            setClassName("is-serving", phase == Phase.SERVING);
            setClassName("is-idle", phase == Phase.READY);
            setClassName("is-paused", phase == Phase.PAUSED);
        });
    }
}
