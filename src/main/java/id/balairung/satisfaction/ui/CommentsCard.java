package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.AgencySatisfaction;
import id.balairung.satisfaction.CommentEntry;
import id.balairung.satisfaction.CommentFilter;
import id.balairung.satisfaction.CommentTag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people wrote, the newest first, or what of it is looked for. */
class CommentsCard extends Section {

    private static final int SHOWN = 30;

    private final transient SatisfactionServices services;
    private final CommentSearch search;
    private final CommentList list;
    private final EmptyState empty;
    private final EmptyState nothing;
    private transient @Nullable AgencySatisfaction shown;

    CommentsCard(SatisfactionActs acts, SatisfactionAddress here) {
        this.services = acts.services();
        SatisfactionWords words = acts.words();
        addClassNames("bl-card", "bl-comments");
        String title = words.text("satisfaction.comments");
        setAriaLabel(title);
        this.search = new CommentSearch(words, this::find);
        Header head = new Header(new H2(title), search);
        head.addClassName("bl-head");
        this.list = new CommentList(words, acts.comments());
        this.empty = new EmptyState(
                Icons.NOTE, words.text("satisfaction.comments.none"), words.text("satisfaction.comments.none-next"));
        this.nothing = new EmptyState(
                Icons.SEARCH,
                words.text("satisfaction.comments.not-found"),
                words.text("satisfaction.comments.not-found-next"));
        Span unsigned = new Span(words.text("satisfaction.comments.unsigned"));
        unsigned.addClassName("bl-quiet");
        Anchor all = new Anchor(here.href(SatisfactionAddress.COMMENTS), words.text("satisfaction.comments.all"));
        all.getElement().setAttribute("router-link", true);
        all.addClassName("bl-push");
        Footer foot = new Footer(unsigned, all);
        foot.addClassNames("bl-card-foot", "bl-row", "bl-xs");
        add(head, new Scroll(title, list), empty, nothing, foot);
    }

    void show(AgencySatisfaction now) {
        shown = now;
        find();
    }

    /** What is looked for is read for this screen alone; what isn't came with the figures, for all screens. */
    private void find() {
        AgencySatisfaction now = shown;
        if (now != null) {
            Set<CommentTag> tags = search.tags();
            boolean any = search.words().isEmpty() && tags.isEmpty();
            List<CommentEntry> found = any
                    ? now.comments()
                    : services.comments()
                            .page(
                                    now.agency(),
                                    new CommentFilter(
                                            now.period(), search.words(), tags, Optional.empty(), Optional.empty()),
                                    Optional.empty(),
                                    SHOWN);
            list.show(found);
            list.setVisible(!found.isEmpty());
            empty.setVisible(any && found.isEmpty());
            nothing.setVisible(!any && found.isEmpty());
        }
    }
}
