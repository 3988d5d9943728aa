package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import id.balairung.agency.DayHours;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.StatusBadge;
import id.balairung.counter.Break;
import id.balairung.counter.OpenShift;
import id.balairung.queue.Act;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The present number in front: state, number, service, visitor, timer and facts. Says a call to readers, once. */
class Hero extends Div {

    private static final int LONG_NUMBER = 7;

    private final Div badges = new Div();
    private final Div number = new Div();
    private final Paragraph service = new Paragraph();
    private final Paragraph who = new Paragraph();
    private final TimerFigure timer = new TimerFigure();
    private final Div facts = new Div();
    private final Div announcement = new Div();
    private @Nullable Shown shown;

    Hero(Signal<ConsoleState> state, Component... tools) {
        addClassName("bl-hero");
        badges.addClassName("bl-row");
        Span push = new Span();
        push.addClassName("bl-push");
        Div top = new Div(badges, push);
        top.add(tools);
        top.addClassName("top");
        number.addClassName("bl-number");
        service.addClassName("bl-svc");
        who.addClassName("bl-who");
        facts.addClassName("bl-facts");
        announcement.addClassName("bl-sr");
        announcement.getElement().setAttribute("aria-live", "polite");
        Div present = new Div(number, service, who);
        present.addClassName("who");
        add(top, present, timer, facts, announcement);
        Signal.effect(this, () -> show(Shown.of(state.get())));
    }

    private void show(Shown next) {
        if (next.equals(shown)) {
            return;
        }
        boolean onlyTheQueueMoved = next.besideTheQueue(shown);
        shown = next;
        if (onlyTheQueueMoved) {
            service.setText(somebodyNext(next));
            return;
        }
        badges.removeAll();
        facts.removeAll();
        number.removeClassNames("words", "long");
        switch (next.phase()) {
            case CALLED, SERVING -> next.active().ifPresent(act -> showTicket(next, act));
            case READY -> showReady(next);
            case PAUSED -> next.shift().flatMap(OpenShift::running).ifPresent(running -> showBreak(next, running));
            case CLOSED -> {
                // The frame of the card is hidden while no counter is open.
            }
        }
    }

    private void showTicket(Shown next, Act act) {
        TicketSnapshot ticket = act.ticket();
        ServiceSummary offered = next.place().service(ticket.service());
        boolean called = ticket.status() == TicketStatus.CALLED;
        badges.add(called ? calledBadge(ticket) : badge("serving", Icons.SERVE, "queue.status.serving"));
        if (called && ticket.priorityClass().vulnerable()) {
            badges.add(PriorityLook.of(ticket.priorityClass()).create(this));
        }
        String shownNumber = ticket.number().toString();
        number.setText(shownNumber);
        number.setClassName("long", shownNumber.length() >= LONG_NUMBER);
        service.setText(offered.name(getLocale()));
        who.setText(act.visitorName().orElse(""));
        if (called) {
            timer.show(
                    getTranslation("queue.timer.since-call"),
                    ticket.lastCalledAt().orElse(next.asOf()),
                    next.asOf(),
                    next.place().rules().recallCooldown(),
                    recallEvery(next.place().rules().recallCooldown()),
                    true);
            announce(next, ticket);
        } else {
            timer.show(
                    getTranslation("queue.timer.service"),
                    ticket.servingSince()
                            .map(since -> since.plus(ticket.held()))
                            .orElse(next.asOf()),
                    next.asOf(),
                    offered.targetService(),
                    getTranslation(
                            "queue.timer.standard", offered.targetService().toMinutes()),
                    false);
        }
        addTicketFacts(next.place(), ticket, offered, called);
    }

    private String recallEvery(Duration cooldown) {
        return cooldown.toSecondsPart() == 0
                ? getTranslation("queue.timer.recall-every", cooldown.toMinutes())
                : getTranslation("queue.timer.recall-every-seconds", cooldown.toSeconds());
    }

    private void addTicketFacts(Workplace place, TicketSnapshot ticket, ServiceSummary offered, boolean called) {
        // A called vulnerable visitor has a badge that says it already.
        if (!called || !ticket.priorityClass().vulnerable()) {
            fact(
                    "queue.fact.priority",
                    getTranslation(PriorityLook.of(ticket.priorityClass()).key()));
        }
        fact("queue.fact.issued", place.clock(ticket.issuedAt()));
        ticket.waitingTime()
                .ifPresent(waited -> fact("queue.fact.waited", getTranslation("queue.minutes", waited.toMinutes()))
                        .add(" "
                                + getTranslation(
                                        "queue.fact.of-standard",
                                        offered.targetWait().toMinutes())));
        if (called) {
            ticket.firstCalledAt().ifPresent(first -> fact("queue.fact.first-call", place.clock(first)));
        } else {
            fact("queue.fact.called", getTranslation("queue.fact.times", ticket.calls()));
        }
    }

    private void showReady(Shown next) {
        badges.add(badge("completed", Icons.READY, "queue.status.ready"));
        say(
                getTranslation(next.waiting() == 0 ? "queue.ready.nobody" : "queue.ready.somebody"),
                next.waiting() == 0 ? getTranslation("queue.ready.nobody-next") : somebodyNext(next));
        timer.show(
                getTranslation("queue.timer.ready"),
                next.freeSince(),
                next.asOf(),
                getTranslation("queue.timer.since", next.place().clock(next.freeSince())));
        next.last().ifPresent(last -> {
            boolean completed = last.status() == TicketStatus.COMPLETED;
            Span fact = fact("queue.fact.last", last.number().toString());
            fact.add(" " + getTranslation(completed ? "queue.fact.completed" : "queue.fact.no-show") + " ");
            last.finishedAt().ifPresent(at -> fact.add(bold(next.place().clock(at))));
        });
        next.place()
                .hours()
                .map(DayHours::closes)
                .ifPresent(closes -> fact(
                        "queue.fact.closes",
                        DateTimeFormatter.ofPattern("HH.mm").format(closes)));
    }

    private String somebodyNext(Shown next) {
        return getTranslation("queue.ready.somebody-next", next.waiting(), next.prefixes());
    }

    private void showBreak(Shown next, Break running) {
        badges.add(badge("held", Icons.BREAK, "queue.status.paused"));
        String until = next.place().clock(running.plannedEnd());
        say(
                getTranslation("counter.break." + running.reason().name().toLowerCase(Locale.ROOT)),
                getTranslation("queue.paused.until", until));
        timer.show(
                getTranslation("queue.timer.break"),
                running.startedAt(),
                next.asOf(),
                Duration.between(running.startedAt(), running.plannedEnd()),
                getTranslation("queue.timer.until", until),
                false);
        fact("queue.fact.break-began", next.place().clock(running.startedAt()));
        fact("queue.fact.waiting", getTranslation("queue.people", next.waiting()));
    }

    private void say(String words, String next) {
        number.setText(words);
        number.addClassName("words");
        service.setText(next);
        who.setText("");
    }

    private void announce(Shown next, TicketSnapshot ticket) {
        announcement.setText(getTranslation(
                "queue.announce.called",
                ticket.number(),
                next.shift().map(OpenShift::counterNumber).orElse(0),
                ticket.calls()));
    }

    private StatusBadge calledBadge(TicketSnapshot ticket) {
        return new StatusBadge(
                        "called",
                        Icons.CALL,
                        ticket.calls() > 1
                                ? getTranslation("queue.status.called-again", ticket.calls())
                                : getTranslation("queue.status.called"))
                .large();
    }

    private StatusBadge badge(String state, Icons icon, String key) {
        return new StatusBadge(state, icon, getTranslation(key)).large();
    }

    private Span fact(String key, String value) {
        Span fact = new Span(getTranslation(key) + " ");
        fact.add(bold(value));
        facts.add(fact);
        return fact;
    }

    private static Bold bold(String value) {
        Bold bold = new Bold(value);
        bold.addClassName("bl-num");
        return bold;
    }

    /** What the hero shows; the same value is drawn once. */
    private record Shown(
            Phase phase,
            Workplace place,
            Optional<OpenShift> shift,
            Optional<Act> active,
            int waiting,
            String prefixes,
            Optional<TicketSnapshot> last,
            Instant freeSince,
            Instant asOf) {

        static Shown of(ConsoleState state) {
            Phase phase = state.phase();
            boolean atWork = phase == Phase.CALLED || phase == Phase.SERVING;
            return new Shown(
                    phase,
                    state.place(),
                    state.shift(),
                    state.active(),
                    atWork ? 0 : state.queue().size(),
                    state.place().services(state.services()).stream()
                            .map(ServiceSummary::prefix)
                            .collect(Collectors.joining(", ")),
                    atWork ? Optional.empty() : state.myDay().last(),
                    state.freeSince(),
                    state.board().asOf());
        }

        /** Without the moment: time passing alone changes nothing here. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shown that && that.timeless().equals(timeless());
        }

        @Override
        public int hashCode() {
            return timeless().hashCode();
        }

        /** Whether it differs from what was shown before only in how many wait for a counter that is ready. */
        boolean besideTheQueue(@Nullable Shown before) {
            return before != null
                    && phase == Phase.READY
                    && waiting > 0
                    && before.waiting > 0
                    && beside().equals(before.beside());
        }

        private List<Object> timeless() {
            return List.of(beside(), waiting);
        }

        private List<Object> beside() {
            return List.of(phase, place, shift, active.map(Act::ticket), prefixes, last, freeSince);
        }
    }
}
