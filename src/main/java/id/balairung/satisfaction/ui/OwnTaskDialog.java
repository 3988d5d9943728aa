package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InvalidInput;
import id.balairung.common.TypedText;
import id.balairung.queue.ui.ActDialog;
import id.balairung.queue.ui.Notice;
import id.balairung.satisfaction.FollowUpState;
import id.balairung.satisfaction.OwnFollowUp;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Where an officer's own follow-up stands, and what came of it. */
class OwnTaskDialog extends ActDialog {

    private final transient SatisfactionServices services;
    private final transient SatisfactionWords words;
    private final transient OwnFollowUp task;
    private final RadioButtonGroup<FollowUpState> state = new RadioButtonGroup<>();
    private final TextArea result = new TextArea();

    OwnTaskDialog(SatisfactionServices services, SatisfactionWords words, OwnFollowUp task, Runnable afterwards) {
        super(Notice.of("satisfaction.task"), "satisfaction.save", afterwards);
        this.services = services;
        this.words = words;
        this.task = task;
        Paragraph title = new Paragraph(task.title());
        title.addClassName("bl-comment-text");
        Paragraph details = new Paragraph(task.details());
        details.setVisible(!task.details().isEmpty());
        state.setLabel(words.text("satisfaction.task.state"));
        state.addClassName("bl-wrap");
        state.setItems(FollowUpState.values());
        state.setItemLabelGenerator(new TaskWords(words, List.of())::state);
        state.setValue(task.state());
        result.setLabel(words.text("satisfaction.task.result"));
        result.setManualValidation(true);
        result.setMinRows(2);
        result.setWidthFull();
        result.setValue(task.result());
        ask(title, details, state, result);
        beginWith(state);
    }

    @Override
    protected Optional<Notice> act() {
        try {
            services.followUps()
                    .move(
                            task.id(),
                            task.version(),
                            Optional.ofNullable(state.getValue()).orElse(task.state()),
                            new TypedText(result.getValue()));
            return Optional.empty();
        } catch (ChangedMeanwhile change) {
            return Optional.of(Notice.of("satisfaction.task.moved-meanwhile", change.who(), words.time(change.at())));
        } catch (InvalidInput fault) {
            result.setErrorMessage(getTranslation(fault.key(), fault.arguments()));
            result.setInvalid(true);
            return Optional.of(Notice.of("common.form.check", fault.faults().size()));
        } catch (BusinessRuleViolation refused) {
            return Optional.of(Notice.of(refused));
        } catch (DataAccessException | TransactionException gone) {
            return Optional.of(Notice.UNREACHABLE);
        }
    }

    @Override
    protected boolean told(Optional<Notice> refused) {
        if (refused.isEmpty()) {
            result.setInvalid(false);
        }
        return false;
    }
}
