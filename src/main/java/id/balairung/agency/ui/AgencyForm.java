package id.balairung.agency.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.agency.AgencyDetails;
import id.balairung.agency.AgencyDraft;
import id.balairung.agency.AgencyRegister;
import id.balairung.common.ui.HurtingQuestion;
import id.balairung.common.ui.Icons;
import id.balairung.security.Reauthentication;
import id.balairung.security.ui.ProvenForm;
import java.util.List;
import java.util.Optional;

/** One agency: name; code and letters while it is new; suspending and resuming. */
class AgencyForm extends ProvenForm<AgencyDetails> {

    private final transient AgencyRegister agencies;
    private final TextField name = field("name", new TextField(getTranslation("agency.agencies.name")));
    private final TextField code = field("code", new TextField(getTranslation("agency.agencies.code")));
    private final TextField letters = field("letters", new TextField(getTranslation("agency.agencies.letters")));
    private final Button suspend =
            new Button(getTranslation("agency.agencies.suspend"), Icons.PAUSE.create(), click -> askSuspend());
    private final Button resume = new Button(
            getTranslation("agency.agencies.resume"), Icons.RESUME.create(), click -> shown().ifPresent(this::resume));
    private final Div suspended =
            new Div(Icons.PAUSE.create(), new Span(getTranslation("agency.agencies.suspended-note")));

    AgencyForm(AgencyRegister agencies, Reauthentication reauthentication) {
        super(reauthentication);
        this.agencies = agencies;
        List.of(name, code, letters).forEach(field -> field.setRequiredIndicatorVisible(true));
        name.setMaxLength(120);
        code.setMaxLength(20);
        letters.setMaxLength(2);
        suspended.addClassName("bl-banner");
        ask(suspended, name);
        askBeside(code, letters);
        offer(suspend, resume);
    }

    @Override
    protected String titleOf(Optional<AgencyDetails> shown) {
        return shown.map(AgencyDetails::name).orElseGet(() -> getTranslation("agency.agencies.new"));
    }

    @Override
    protected void fill(Optional<AgencyDetails> shown) {
        name.setValue(shown.map(AgencyDetails::name).orElse(""));
        code.setValue(shown.map(AgencyDetails::code).orElse(""));
        letters.setValue(shown.map(AgencyDetails::letters).orElse(""));
        code.setReadOnly(shown.isPresent());
        letters.setReadOnly(shown.isPresent());
        code.setHelperText(
                getTranslation(shown.isPresent() ? "agency.agencies.code-fixed" : "agency.agencies.code-help"));
        letters.setHelperText(getTranslation(shown.isPresent() ? "agency.fixed" : "agency.agencies.letters-help"));
        boolean paused = shown.filter(AgencyDetails::suspended).isPresent();
        suspended.setVisible(paused);
        suspend.setVisible(shown.isPresent() && !paused);
        resume.setVisible(paused);
    }

    @Override
    protected String store(Optional<AgencyDetails> shown) {
        if (shown.isPresent()) {
            agencies.rename(shown.get().id(), shown.get().version(), name.getValue());
            return shown.get().code();
        }
        AgencyDraft draft = new AgencyDraft(code.getValue(), letters.getValue(), name.getValue());
        agencies.add(draft);
        return draft.code();
    }

    private void askSuspend() {
        shown().ifPresent(agency -> {
            int open = agencies.openToday(agency.id());
            new HurtingQuestion(
                            getTranslation("agency.agencies.suspend-title", agency.name()),
                            open == 0
                                    ? getTranslation("agency.agencies.suspend-text")
                                    : getTranslation("agency.agencies.suspend-text-open", open),
                            getTranslation("agency.agencies.suspend"),
                            () -> perform(
                                    () -> agencies.suspend(agency.id(), agency.version()),
                                    getTranslation("agency.agencies.suspended-done")))
                    .open();
        });
    }

    private void resume(AgencyDetails agency) {
        perform(() -> agencies.resume(agency.id(), agency.version()), getTranslation("agency.agencies.resumed-done"));
    }
}
