package id.balairung.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Part;
import id.balairung.queue.ui.AlertSentence;
import id.balairung.queue.ui.LiveText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The alerts that last: those that nobody took note of yet first. */
class AttentionCard extends Section {

    private final transient DashboardWords words;
    private final transient Links links;
    private final Alerts alerts = new Alerts();
    private final LiveText many = new LiveText();
    private final Span count = new Span(Icons.ALERT.create(), many);

    private record Line(Queues.Raised raised, long minutes) {}

    AttentionCard(DashboardWords words, Links links) {
        this.words = words;
        this.links = links;
        addClassNames("bl-card", "bl-attention");
        String title = words.text("dashboard.attention");
        setAriaLabel(title);
        count.addClassNames("bl-badge", "b-breached", "bl-push");
        Header head = new Header(new H2(title), count);
        head.addClassName("bl-head");
        add(head, alerts);
    }

    void show(Queues queues, Instant now) {
        List<Line> lines = queues.alerts().stream()
                .map(raised -> new Line(
                        raised,
                        Math.max(
                                0, Duration.between(raised.alert().since(), now).toMinutes())))
                .toList();
        alerts.show(lines);
        count.setVisible(!lines.isEmpty());
        many.setText(words.count(lines.size()));
    }

    private final class Alerts extends Part<List<Line>> {

        private Alerts() {
            addClassName("bl-attention-scroll");
        }

        @Override
        protected void draw(List<Line> newer) {
            removeAll();
            if (newer.isEmpty()) {
                add(new EmptyState(
                        Icons.DONE,
                        words.text("dashboard.attention.none"),
                        words.text("dashboard.attention.none-next")));
                return;
            }
            UnorderedList list = new UnorderedList();
            newer.forEach(line -> list.add(item(line)));
            add(list);
        }

        private Component item(Line line) {
            boolean noted = line.raised().alert().acknowledgement().isPresent();
            Anchor agency = new Anchor(
                    links.of(line.raised().agency()).board(),
                    line.raised().agency().name());
            agency.getElement().setAttribute("router-link", true);
            Span sentence = new Span(new AlertSentence(line.raised().alert()).in(this));
            sentence.addClassNames("bl-s", "bl-sec");
            Div about = new Div(agency, sentence);
            about.addClassName("about");
            Span sign = new Span((noted ? Icons.EYE : Icons.ALERT).create());
            sign.addClassNames("sign", noted ? "b-near" : "b-breached");
            Span lasts = new Span(lasts(line.minutes()));
            lasts.addClassNames("bl-badge", "bl-num", noted ? "b-near" : "b-breached");
            ListItem item = new ListItem(sign, about, lasts);
            if (noted) {
                Span taken = new Span(getTranslation("dashboard.attention.noted"));
                taken.addClassNames("bl-xs", "bl-quiet");
                about.add(taken);
            }
            return item;
        }

        private String lasts(long minutes) {
            Duration lasting = Duration.ofMinutes(minutes);
            return lasting.toHours() == 0
                    ? words.text("dashboard.lasts", minutes)
                    : words.text("dashboard.lasts-hours", lasting.toHours(), lasting.toMinutesPart());
        }
    }
}
