package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.queue.RetentionPeriod;
import id.balairung.security.Role;
import id.balairung.security.ui.ReauthenticationDialog;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long what visitors told is kept, and what the nightly job has replaced. */
@Route("kelola/data-pribadi")
@Menu(title = "queue.retention.menu", icon = "eye", order = 160)
@RolesAllowed(Role.MALL_ADMIN_ROLE)
@StyleSheet("styles/manage.css")
@StyleSheet("styles/retention.css")
class RetentionView extends Div implements PageHeader {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionView.class);

    private final transient RetentionServices services;
    private final Div periods = new Div();
    private final RetentionRuns runs;
    private final Button start = new Button(getTranslation("queue.retention.run"));

    RetentionView(RetentionServices services) {
        this.services = services;
        this.runs = new RetentionRuns(services.mall().rules().zone());
        addClassNames("bl-main", "bl-retention");
        periods.addClassName("bl-body");
        Paragraph note = new Paragraph(getTranslation("queue.retention.kept-anyway"));
        note.addClassNames("bl-sec", "bl-s", "note");
        start.addThemeVariants(ButtonVariant.SMALL);
        start.addClassName("bl-push");
        start.setDisableOnClick(true);
        start.addClickListener(click -> confirm());
        add(
                new ManagementBar(RetentionView.class),
                card("queue.retention.periods", "queue.retention.periods-next", Optional.empty(), periods, note),
                card("queue.retention.runs", "queue.retention.runs-next", Optional.of(start), runs));
        readAgain();
    }

    @Override
    public String title() {
        return getTranslation("queue.retention.title");
    }

    private void readAgain() {
        periods.removeAll();
        services.retention().periods().forEach(this::addPeriod);
        runs.show(services.retention().latest(RetentionRuns.SHOWN));
    }

    private void addPeriod(RetentionPeriod period) {
        periods.add(new RetentionField(period, services, this::readAgain));
    }

    private void confirm() {
        start.setEnabled(true);
        new ConfirmAct(
                        Notice.of("queue.retention.run"),
                        Notice.of("queue.retention.run-question"),
                        "queue.retention.run",
                        () -> {
                            ReauthenticationDialog.ensure(services.reauthentication(), this::begin);
                            return Optional.empty();
                        })
                .open();
    }

    /** Beside the session's lock: the first run after years takes minutes. */
    private void begin() {
        UI ui = UI.getCurrent();
        CompletableFuture<Void> run = services.retention().run();
        start.setEnabled(false);
        start.setText(getTranslation("queue.retention.running"));
        run.whenComplete((done, trouble) -> {
            Notice answer = answer(trouble);
            if (ui.isAttached()) {
                ui.access(() -> ended(answer));
            }
        });
    }

    private static Notice answer(@Nullable Throwable trouble) {
        if (trouble == null) {
            return Notice.of("queue.retention.done");
        }
        if (trouble.getCause() instanceof BusinessRuleViolation refused) {
            return Notice.of(refused);
        }
        LOG.error("Personal data can't be replaced", trouble);
        return Notice.UNREACHABLE;
    }

    private void ended(Notice answer) {
        start.setEnabled(true);
        start.setText(getTranslation("queue.retention.run"));
        boolean done = answer.key().equals("queue.retention.done");
        (done ? Notifications.SUCCESS : Notifications.ERROR).show(answer.in(this));
        runs.show(services.retention().latest(RetentionRuns.SHOWN));
    }

    private Section card(String title, String next, Optional<Button> act, Component... content) {
        Div words = new Div(new H2(getTranslation(title)), quiet(next));
        words.addClassName("words");
        Header head = new Header(words);
        head.addClassName("bl-head");
        act.ifPresent(head::add);
        Section card = new Section(head);
        card.add(content);
        card.addClassName("bl-card");
        card.setAriaLabel(getTranslation(title));
        return card;
    }

    private Span quiet(String key) {
        Span words = new Span(getTranslation(key));
        words.addClassNames("bl-quiet", "bl-s");
        return words;
    }
}
