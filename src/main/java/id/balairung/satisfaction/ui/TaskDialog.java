package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Paragraph;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InvalidInput;
import id.balairung.common.ui.Notifications;
import id.balairung.queue.ui.ActDialog;
import id.balairung.queue.ui.Notice;
import id.balairung.satisfaction.CommentEntry;
import id.balairung.satisfaction.FollowUpDraft;
import id.balairung.satisfaction.FollowUpEntry;
import id.balairung.satisfaction.FollowUpId;
import id.balairung.satisfaction.FollowUpKind;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A follow-up to be opened, of a comment or not, or to be changed. */
class TaskDialog extends ActDialog {

    private final transient SatisfactionActs acts;
    private final transient Optional<CommentEntry> comment;
    private final TaskFields fields;
    private transient Optional<FollowUpEntry> stored;

    private TaskDialog(
            SatisfactionActs acts,
            String title,
            Optional<CommentEntry> comment,
            Optional<FollowUpEntry> stored,
            TaskFields fields) {
        super(Notice.of(title), "satisfaction.save", acts.afterwards());
        this.acts = acts;
        this.comment = comment;
        this.stored = stored;
        this.fields = fields;
        addClassName("bl-task-dialog");
        comment.map(CommentEntry::text)
                .or(() -> stored.flatMap(FollowUpEntry::comment))
                .ifPresent(words -> {
                    Paragraph text = new Paragraph(words);
                    text.addClassName("bl-comment-text");
                    ask(text);
                });
        ask(fields.all());
        beginWith(fields.first());
        enterConfirms(fields.single());
    }

    /** Asks for a new one. */
    static void add(SatisfactionActs acts) {
        new TaskDialog(
                        acts,
                        "satisfaction.task.new",
                        Optional.empty(),
                        Optional.empty(),
                        new TaskFields(acts, Optional.empty(), TaskFields.Complaint.CHOSEN))
                .open();
    }

    /** Asks for a plan for an unsur. */
    static void plan(SatisfactionActs acts, FollowUpDraft.OfUnsur of) {
        new TaskDialog(
                        acts,
                        "satisfaction.task.new-plan",
                        Optional.empty(),
                        Optional.empty(),
                        TaskFields.plan(acts, of))
                .open();
    }

    /** Asks for one that goes back to a comment. */
    static void of(SatisfactionActs acts, CommentEntry comment, boolean complaint) {
        new TaskDialog(
                        acts,
                        complaint ? "satisfaction.task.new-complaint" : "satisfaction.task.new",
                        Optional.of(comment),
                        Optional.empty(),
                        TaskFields.of(
                                acts, comment, complaint ? TaskFields.Complaint.ALWAYS : TaskFields.Complaint.NEVER))
                .open();
    }

    /** Opens one as it is stored now. */
    static void change(SatisfactionActs acts, FollowUpId id) {
        try {
            FollowUpEntry stored = acts.services().followUps().find(id);
            boolean complaint = stored.kind() == FollowUpKind.COMPLAINT;
            new TaskDialog(
                            acts,
                            complaint ? "satisfaction.task.complaint" : "satisfaction.task",
                            Optional.empty(),
                            Optional.of(stored),
                            new TaskFields(
                                    acts,
                                    Optional.of(stored),
                                    complaint ? TaskFields.Complaint.ALWAYS : TaskFields.Complaint.NEVER))
                    .open();
        } catch (BusinessRuleViolation gone) {
            Notifications.ERROR.show(acts.words().text(gone.key(), gone.arguments()));
        }
    }

    @Override
    protected Optional<Notice> act() {
        try {
            store(fields.draft());
            return Optional.empty();
        } catch (InvalidInput faults) {
            fields.tell(faults.faults());
            return Optional.of(Notice.of("common.form.check", faults.faults().size()));
        } catch (ChangedMeanwhile change) {
            return Optional.of(takeOver(change));
        } catch (BusinessRuleViolation refused) {
            return Optional.of(Notice.of(refused));
        } catch (DataAccessException | TransactionException gone) {
            return Optional.of(Notice.UNREACHABLE);
        }
    }

    @Override
    protected boolean told(Optional<Notice> refused) {
        if (refused.isEmpty()) {
            fields.quiet();
        }
        return false;
    }

    private void store(FollowUpDraft draft) {
        stored.ifPresentOrElse(
                before -> acts.services().followUps().change(before.id(), before.version(), draft),
                () -> comment.ifPresentOrElse(
                        said -> acts.services().comments().followUp(said.id(), draft),
                        () -> acts.services().followUps().add(draft)));
    }

    /** What was typed stays; what is stored now is told, and overwritten only when it is saved once more. */
    private Notice takeOver(ChangedMeanwhile change) {
        FollowUpEntry now =
                acts.services().followUps().find(stored.orElseThrow().id());
        stored = Optional.of(now);
        TaskWords said = new TaskWords(acts.words(), List.of());
        return Notice.of(
                "satisfaction.task.changed-meanwhile",
                change.who(),
                acts.words().time(change.at()),
                said.state(now.state()),
                acts.words().day(now.due()));
    }
}
