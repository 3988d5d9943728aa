package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.balairung.agency.ServiceId;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Part;
import id.balairung.satisfaction.OwnSatisfaction;
import id.balairung.satisfaction.OwnService;
import java.util.List;

/** What people wrote to an officer's services: no name, no score, no day. */
class OwnComments extends Section {

    private final Drawn list;
    private final Paragraph more;

    private record Said(ServiceId service, String text) {}

    OwnComments(SatisfactionWords words) {
        addClassNames("bl-card", "bl-own-comments");
        String title = words.text("satisfaction.comments");
        setAriaLabel(title);
        Span unsigned = new Span(words.text("satisfaction.comments.unsigned"));
        unsigned.addClassNames("bl-quiet", "bl-s", "bl-push");
        Header head = new Header(new H2(title), unsigned);
        head.addClassName("bl-head");
        this.list = new Drawn(words);
        this.more = new Paragraph(words.text("satisfaction.comments.at-most", OwnService.MOST_COMMENTS));
        more.addClassNames("bl-foot", "bl-s");
        add(head, new Scroll(title, list), more);
    }

    void show(OwnSatisfaction now) {
        more.setVisible(
                now.services().stream().anyMatch(service -> service.comments().size() == OwnService.MOST_COMMENTS));
        list.show(now.services().stream()
                .flatMap(service -> service.comments().stream().map(text -> new Said(service.service(), text)))
                .toList());
    }

    private static final class Drawn extends Part<List<Said>> {

        private final transient SatisfactionWords words;

        Drawn(SatisfactionWords words) {
            this.words = words;
        }

        @Override
        protected void draw(List<Said> comments) {
            removeAll();
            if (comments.isEmpty()) {
                add(new EmptyState(
                        Icons.NOTE,
                        words.text("satisfaction.comments.none"),
                        words.text("satisfaction.comments.none-next")));
                return;
            }
            UnorderedList drawn = new UnorderedList();
            drawn.addClassName("bl-satisfaction-list");
            comments.forEach(said -> {
                Span about = new Span(new ServiceName(words.service(said.service())));
                about.addClassNames("bl-xs", "bl-sec", "about");
                ListItem row = new ListItem(new Paragraph(said.text()), about);
                row.addClassName("bl-quote");
                drawn.add(row);
            });
            add(drawn);
        }
    }
}
