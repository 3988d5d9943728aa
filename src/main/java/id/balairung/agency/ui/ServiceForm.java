package id.balairung.agency.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.agency.ServiceAdministration;
import id.balairung.agency.ServiceDetails;
import id.balairung.agency.ServiceDraft;
import id.balairung.agency.ServiceId;
import id.balairung.common.ui.EntryForm;
import id.balairung.common.ui.HurtingQuestion;
import id.balairung.common.ui.Icons;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** One service: names, standard, quota, requirements; pausing, withdrawing and offering again. */
class ServiceForm extends EntryForm<ServiceDetails> {

    private final transient ServiceAdministration services;
    private final transient Pauses pauses;
    private final TextField letter = field("letter", new TextField(getTranslation("agency.services.letter")));
    private final TextField nameIndonesian =
            field("nameIndonesian", new TextField(getTranslation("agency.services.name-id")));
    private final TextField nameEnglish =
            field("nameEnglish", new TextField(getTranslation("agency.services.name-en")));
    private final IntegerField targetWait = field("targetWait", minutes(getTranslation("agency.services.target-wait")));
    private final IntegerField targetService =
            field("targetService", minutes(getTranslation("agency.services.target-service")));
    private final IntegerField quota = field("dailyQuota", new IntegerField(getTranslation("agency.services.quota")));
    private final RequirementsField requirements = field("requirements", new RequirementsField());
    private final Div state = new Div();
    private final Div unserved = new Div(
            Icons.ALERT.create(),
            new Div(
                    new Span(getTranslation("agency.services.unserved-note") + " "),
                    new Anchor("kelola/loket", getTranslation("agency.services.unserved-next"))));
    private final Button pause = new Button(
            getTranslation("agency.services.pause"), Icons.PAUSE.create(), click -> shown().ifPresent(this::askPause));
    private final Button reopen = new Button(
            getTranslation("agency.services.reopen"), Icons.RESUME.create(), click -> shown().ifPresent(this::reopen));
    private final Button withdraw =
            new Button(getTranslation("agency.services.withdraw"), click -> shown().ifPresent(this::askWithdraw));
    private final Button again = new Button(
            getTranslation("agency.services.again"), Icons.RESUME.create(), click -> shown().ifPresent(this::again));

    ServiceForm(ServiceAdministration services, Pauses pauses) {
        this.services = services;
        this.pauses = pauses;
        List.<HasValue<?, ?>>of(letter, nameIndonesian, nameEnglish, targetWait, targetService)
                .forEach(field -> field.setRequiredIndicatorVisible(true));
        letter.setMaxLength(1);
        nameIndonesian.setMaxLength(120);
        nameEnglish.setMaxLength(120);
        quota.setHelperText(getTranslation("agency.services.quota-help"));
        quota.setMin(1);
        state.addClassName("bl-banner");
        unserved.addClassName("bl-banner");
        ask(state, unserved);
        ask(letter, nameIndonesian, nameEnglish);
        askBeside(targetWait, targetService, quota);
        ask(requirements);
        offer(pause, reopen, withdraw, again);
    }

    @Override
    protected String titleOf(Optional<ServiceDetails> shown) {
        return shown.map(service -> service.prefix() + " " + service.name(getLocale()))
                .orElseGet(() -> getTranslation("agency.services.new"));
    }

    @Override
    protected void fill(Optional<ServiceDetails> shown) {
        letter.setValue(shown.map(ServiceDetails::letter).orElse(""));
        letter.setReadOnly(shown.isPresent());
        letter.setHelperText(getTranslation(shown.isPresent() ? "agency.fixed" : "agency.services.letter-help"));
        nameIndonesian.setValue(shown.map(ServiceDetails::nameIndonesian).orElse(""));
        nameEnglish.setValue(shown.map(ServiceDetails::nameEnglish).orElse(""));
        targetWait.setValue(shown.map(ServiceDetails::targetWait).orElse(null));
        targetService.setValue(shown.map(ServiceDetails::targetService).orElse(null));
        quota.setValue(shown.flatMap(ServiceDetails::dailyQuota).orElse(null));
        requirements.setValue(shown.map(ServiceDetails::requirements).orElse(requirements.getEmptyValue()));
        boolean offered = shown.filter(service -> !service.withdrawn()).isPresent();
        boolean paused = shown.flatMap(ServiceDetails::pausedReason).isPresent();
        pause.setVisible(offered && !paused);
        reopen.setVisible(offered && paused);
        withdraw.setVisible(offered);
        again.setVisible(shown.isPresent() && !offered);
        state.setVisible(shown.isPresent() && (!offered || paused));
        unserved.setVisible(shown.filter(service -> services.unserved().contains(service.id()))
                .isPresent());
        state.removeAll();
        shown.ifPresent(service -> state.add(Icons.PAUSE.create(), new Span(stateOf(service))));
    }

    @Override
    protected String store(Optional<ServiceDetails> shown) {
        ServiceDraft draft = new ServiceDraft(
                letter.getValue(),
                nameIndonesian.getValue(),
                nameEnglish.getValue(),
                targetWait.getValue(),
                targetService.getValue(),
                quota.getValue(),
                requirements.getValue());
        if (shown.isPresent()) {
            services.change(shown.get().id(), shown.get().version(), draft);
            return shown.get().prefix();
        }
        ServiceId added = services.add(draft);
        return services.all().stream()
                .filter(service -> service.id().equals(added))
                .map(ServiceDetails::prefix)
                .findAny()
                .orElseThrow();
    }

    private String stateOf(ServiceDetails service) {
        if (service.withdrawn()) {
            return getTranslation("agency.services.withdrawn-note");
        }
        String reason = service.pausedReason().orElse("");
        ZoneId zone = pauses.mall().rules().zone();
        return service.pausedUntil()
                .map(end -> getTranslation(
                        "agency.services.paused-until",
                        reason,
                        DateTimeFormatter.ofPattern(getTranslation("common.date.in-year") + ", HH.mm", getLocale())
                                .format(end.atZone(zone))))
                .orElseGet(() -> getTranslation("agency.services.about-paused", reason));
    }

    private void askPause(ServiceDetails service) {
        new PauseServiceDialog(pauses, service, () -> perform(() -> {}, getTranslation("agency.services.paused-done")))
                .open();
    }

    private void reopen(ServiceDetails service) {
        perform(() -> pauses.agencies().reopen(service.id()), getTranslation("agency.services.reopened-done"));
    }

    private void askWithdraw(ServiceDetails service) {
        new HurtingQuestion(
                        getTranslation("agency.services.withdraw-title", service.prefix()),
                        getTranslation("agency.services.withdraw-text"),
                        getTranslation("agency.services.withdraw"),
                        () -> perform(
                                () -> services.withdraw(service.id(), service.version()),
                                getTranslation("agency.services.withdrawn-done")))
                .open();
    }

    private void again(ServiceDetails service) {
        perform(
                () -> services.offerAgain(service.id(), service.version()),
                getTranslation("agency.services.again-done"));
    }

    private IntegerField minutes(String label) {
        IntegerField field = new IntegerField(label);
        field.setSuffixComponent(new Span(getTranslation("agency.minutes")));
        return field;
    }
}
