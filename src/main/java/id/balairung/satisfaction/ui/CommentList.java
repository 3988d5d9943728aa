package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.balairung.common.ui.Rows;
import id.balairung.satisfaction.CommentEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Comments, unsigned. Whoever may say what one is opens it: by a click anywhere on it, or by its tag, which Enter reaches. */
class CommentList extends UnorderedList {

    /** The tag opens it itself; who marks words to copy them means nothing else. */
    static final String BESIDE_ITS_TAG = "!event.target.closest('button') && window.getSelection().isCollapsed";

    private final transient SatisfactionWords words;
    private final transient CommentWords said;
    private final transient Optional<Consumer<CommentEntry>> open;
    private final transient Rows<CommentEntry, CommentRow> rows;

    /**
     * A list.
     *
     * @param open opens a comment; empty for who only reads
     */
    CommentList(SatisfactionWords words, Optional<Consumer<CommentEntry>> open) {
        this.words = words;
        this.said = new CommentWords(words);
        this.open = open;
        this.rows = new Rows<>(this, CommentEntry::id, CommentRow::new);
        addClassName("bl-satisfaction-list");
    }

    void show(List<CommentEntry> comments) {
        rows.show(comments);
    }

    private final class CommentRow extends ListItem implements Rows.Row<CommentEntry> {

        private final Paragraph text = new Paragraph();
        private final Span about = new Span();
        private final Div end = new Div();
        private final @Nullable NativeButton tag;
        private transient @Nullable CommentEntry shown;

        CommentRow() {
            addClassName("bl-quote");
            about.addClassNames("bl-xs", "bl-sec", "about");
            end.addClassName("end");
            this.tag = open.map(act -> new NativeButton("", click -> open(act))).orElse(null);
            if (tag != null) {
                tag.addClassName("bl-tag");
                end.add(tag);
            }
            open.ifPresent(act -> {
                addClassName("bl-opens");
                getElement().addEventListener("click", click -> open(act)).setFilter(BESIDE_ITS_TAG);
            });
            add(text, about, end);
        }

        private void open(Consumer<CommentEntry> act) {
            CommentEntry comment = shown;
            if (comment != null) {
                act.accept(comment);
            }
        }

        /** In place, so that a button keeps the focus while what stands on it changes. */
        @Override
        public void draw(CommentEntry comment) {
            shown = comment;
            text.setText(comment.text());
            about.removeAll();
            about.add(new Pips(words, comment.score()), new ServiceName(said.about(comment)));
            if (tag == null) {
                end.removeAll();
                end.add(said.badge(comment.tag()));
            } else {
                tag.removeAll();
                tag.add(said.badge(comment.tag()));
                tag.getElement()
                        .setAttribute(
                                "aria-label",
                                words.text("satisfaction.comment.open", said.tag(comment.tag()), comment.text()));
            }
        }
    }
}
