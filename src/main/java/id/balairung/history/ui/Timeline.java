package id.balairung.history.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.balairung.queue.EventType;
import id.balairung.queue.TicketPast;
import java.time.Instant;
import java.time.LocalDate;

/** What happened to a ticket, in order: when, what, and what there is to say of it. */
class Timeline extends OrderedList {

    private final transient TicketPanelWords words;
    private final transient TimelineWords telling;
    private final LocalDate day;

    Timeline(TicketPast past, TicketPanelWords words) {
        this.words = words;
        this.telling = TimelineWords.of(past, words);
        this.day = past.ticket().serviceDay().date();
        addClassName("bl-timeline");
        getElement().setAttribute("aria-label", words.text("history.timeline"));
        TimelineStep.of(past.events()).forEach(step -> add(item(step)));
    }

    private ListItem item(TimelineStep step) {
        EventType type = step.event().type();
        Span point = new Span(TimelineWords.icon(type).create());
        point.addClassNames("point", "b-" + TimelineWords.colours(type));
        Marked title = new Marked(telling.title(step.event()));
        Div told = new Div(title);
        if (step.undone()) {
            Span taken = new Span(words.text("history.undone"));
            taken.addClassNames("bl-quiet", "bl-xs");
            told.add(taken);
        }
        telling.lines(step).forEach(line -> told.add(new Paragraph(line)));
        told.addClassName("told");
        ListItem item = new ListItem(new Moment(step.event().at()), point, told);
        item.setClassName("is-undone", step.undone());
        item.setClassName("is-note", type == EventType.NOTED);
        return item;
    }

    @Tag("b")
    private static final class Marked extends HtmlContainer {
        Marked(String text) {
            setText(text);
        }
    }

    /** The mall's clock, and the day where it isn't the ticket's own. */
    @Tag("time")
    private final class Moment extends HtmlContainer {
        Moment(Instant at) {
            LocalDate date = words.dateOf(at);
            getElement().setAttribute("datetime", at.toString());
            add(new Span(words.clock(at)));
            if (!date.equals(day)) {
                Span other = new Span(words.shortDay(date));
                other.addClassName("bl-xs");
                add(other);
            }
        }
    }
}
