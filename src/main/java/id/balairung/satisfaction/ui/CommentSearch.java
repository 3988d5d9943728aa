package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.CommentTag;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which comments are looked for: by a part of their words, and by what they are. */
class CommentSearch extends Div {

    private static final int PAUSE_MILLIS = 300;
    private static final int LONGEST = 100;

    private final TextField words = new TextField();
    private final Select<Optional<CommentTag>> tag = new Select<>();

    /** A search that tells when something else is looked for. */
    CommentSearch(SatisfactionWords texts, Runnable changed) {
        CommentWords said = new CommentWords(texts);
        addClassName("bl-comment-search");
        words.setPlaceholder(texts.text("satisfaction.comments.search"));
        words.setAriaLabel(texts.text("satisfaction.comments.search"));
        words.setPrefixComponent(Icons.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setMaxLength(LONGEST);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(PAUSE_MILLIS);
        words.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        tag.setAriaLabel(texts.text("satisfaction.comments.tag"));
        tag.setItems(Stream.concat(
                        Stream.of(Optional.<CommentTag>empty()),
                        Stream.of(CommentTag.values()).map(Optional::of))
                .toList());
        tag.setItemLabelGenerator(one -> one.map(said::tag).orElseGet(() -> texts.text("satisfaction.comments.any")));
        tag.setValue(Optional.empty());
        tag.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        add(words, tag);
    }

    void show(String looked, Optional<CommentTag> of) {
        words.setValue(looked);
        tag.setValue(of);
    }

    /** A part of the text; empty for any. */
    String words() {
        String typed = words.getValue().strip();
        return typed.substring(0, Math.min(LONGEST, typed.length()));
    }

    Optional<CommentTag> tag() {
        return tag.getValue();
    }

    /** What they are; empty for anything. */
    Set<CommentTag> tags() {
        return tag().map(Set::of).orElseGet(Set::of);
    }
}
