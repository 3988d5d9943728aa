package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.Icons;
import id.balairung.queue.ui.ActDialog;
import id.balairung.queue.ui.Notice;
import id.balairung.satisfaction.CommentEntry;
import id.balairung.satisfaction.CommentTag;
import id.balairung.satisfaction.FollowUpKind;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A comment: what it is, and what follows from it. */
class CommentDialog extends ActDialog {

    private final transient SatisfactionActs acts;
    private final transient CommentEntry comment;
    private final RadioButtonGroup<CommentTag> tag = new RadioButtonGroup<>();

    CommentDialog(SatisfactionActs acts, CommentEntry comment) {
        super(Notice.of("satisfaction.comment"), "satisfaction.save", acts.afterwards());
        this.acts = acts;
        this.comment = comment;
        SatisfactionWords words = acts.words();
        CommentWords said = new CommentWords(words);
        Paragraph text = new Paragraph(comment.text());
        text.addClassName("bl-comment-text");
        Div about = new Div(new Pips(words, comment.score()), new Span(said.about(comment)));
        about.addClassNames("bl-row", "bl-s", "bl-sec");
        tag.setLabel(words.text("satisfaction.comment.tag"));
        tag.addClassName("bl-wrap");
        tag.setItems(CommentTag.values());
        tag.setItemLabelGenerator(said::tag);
        tag.setValue(comment.tag());
        Div further = new Div(
                opening("satisfaction.comment.follow-up", Icons.TASK, FollowUpKind.OWN),
                opening("satisfaction.comment.complaint", Icons.ALERT, FollowUpKind.COMPLAINT));
        further.addClassNames("bl-row", "wrap");
        ask(text, about, tag, further);
        beginWith(tag);
        enterConfirms(tag);
    }

    /** Each kind of follow-up goes back to a comment once. */
    private Button opening(String key, Icons icon, FollowUpKind kind) {
        Button button = new Button(acts.words().text(key), icon.create(), click -> {
            close();
            TaskDialog.of(acts, comment, kind == FollowUpKind.COMPLAINT);
        });
        button.setVisible(!comment.followUps().contains(kind));
        return button;
    }

    @Override
    protected Optional<Notice> act() {
        try {
            acts.services()
                    .comments()
                    .tag(comment.id(), Optional.ofNullable(tag.getValue()).orElse(comment.tag()));
            return Optional.empty();
        } catch (BusinessRuleViolation refused) {
            return Optional.of(Notice.of(refused));
        } catch (DataAccessException | TransactionException gone) {
            return Optional.of(Notice.UNREACHABLE);
        }
    }
}
