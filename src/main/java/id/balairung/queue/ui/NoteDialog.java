package id.balairung.queue.ui;

import com.vaadin.flow.component.textfield.TextArea;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.queue.CommandId;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketNotes;
import id.balairung.queue.TicketNumber;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Catatan: what is noted of a ticket, for colleagues to read in its history. */
public class NoteDialog extends ActDialog {

    private static final Set<String> WRONG_WORDS =
            Set.of("queue.refused.note-missing", "queue.refused.note-too-long", "queue.refused.note-unprintable");

    private final transient TicketNotes notes;
    private final TicketId ticket;
    private final CommandId command = CommandId.next();
    private final TextArea words = new TextArea(getTranslation("queue.note"));

    /**
     * A dialog.
     *
     * @param notes where it is noted
     * @param ticket of which ticket
     * @param number its number
     * @param afterwards what to do when it was noted and the dialog has closed
     */
    public NoteDialog(TicketNotes notes, TicketId ticket, TicketNumber number, Runnable afterwards) {
        super(Notice.of("queue.note.title", number), "queue.note.save", afterwards);
        this.notes = notes;
        this.ticket = ticket;
        words.setHelperText(getTranslation("queue.note.help"));
        words.setManualValidation(true);
        words.setMinRows(2);
        words.setWidthFull();
        ask(words);
        beginWith(words);
        enterConfirms(words);
    }

    @Override
    protected Optional<Notice> act() {
        try {
            notes.note(command, ticket, words.getValue());
            return Optional.empty();
        } catch (BusinessRuleViolation refused) {
            return Optional.of(Notice.of(refused));
        } catch (DataAccessException | TransactionException gone) {
            return Optional.of(Notice.UNREACHABLE);
        }
    }

    @Override
    protected boolean told(Optional<Notice> refused) {
        Optional<Notice> here = refused.filter(notice -> WRONG_WORDS.contains(notice.key()));
        here.ifPresent(notice -> words.setErrorMessage(notice.in(this)));
        words.setInvalid(here.isPresent());
        return here.isPresent();
    }
}
