package id.balairung.intake.ui;

import com.vaadin.flow.component.ScrollIntoViewOption;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.Shortcut;
import id.balairung.queue.VisitId;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The visit at the desk: what it wants, who comes, its numbers, and the three acts. One of them is filled. */
class VisitCard extends Div {

    private static final Duration MAY_GO_BACK = Duration.ofSeconds(10);

    private final transient LiveDesk desk;
    private final ServiceFinder finder;
    private final Slips slips;
    private final Span summary = new Span();
    private final EmptyState empty;
    private final VisitorForm form;
    private final Div content;
    private final Button extend;
    private final Button issue;
    private final Button print;
    private final Button newVisit;
    private Notification undo = new Notification();
    private @Nullable VisitId shown;

    VisitCard(LiveDesk desk, ServiceFinder finder, Slips slips) {
        this.desk = desk;
        this.finder = finder;
        this.slips = slips;
        addClassNames("bl-card", "bl-visit");
        empty = new EmptyState(
                Icons.ISSUE, getTranslation("intake.visit.empty"), getTranslation("intake.visit.empty-next"));
        form = new VisitorForm(desk::fillIn);
        summary.addClassNames("bl-quiet", "bl-s");
        extend = new Button(getTranslation("intake.visit.extend"), Icons.PLUS.create(), click -> extend());
        extend.addThemeVariants(ButtonVariant.TERTIARY);
        issue = act("F2", Icons.ISSUE, "intake.visit.issue", this::issue);
        issue.setDisableOnClick(true);
        print = act("F8", Icons.PRINT, "intake.visit.print", this.slips::print);
        newVisit = act("F9", Icons.PEOPLE, "intake.visit.new", this::leave);
        Header head = new Header(new H2(getTranslation("intake.visit.title")), summary);
        head.addClassName("bl-head");
        content = new Div(new IssuedTickets(desk.state()), extend, new Basket(desk), empty);
        content.addClassName("bl-visit-content");
        Div acts = new Div(issue, print, newVisit);
        acts.addClassNames("bl-visit-acts", "bl-act");
        add(head, content, form, acts);
        Signal.effect(this, () -> show(desk.state().get()));
    }

    private Button act(String key, Icons icon, String text, Runnable act) {
        return new Shortcut(key).on(new Button(getTranslation(text), icon.create(), click -> act.run()));
    }

    private void show(DeskState state) {
        if (!state.visit().equals(shown)) {
            shown = state.visit();
            form.show(state.draft());
        }
        if (!state.untouched()) {
            undo.close();
        }
        empty.setVisible(state.basket().isEmpty() && state.issued().isEmpty());
        extend.setVisible(state.done());
        form.setVisible(!state.done());
        summary.setText(summary(state));
        issue.setEnabled(state.mayIssue());
        print.setEnabled(!state.printable().isEmpty());
        print.setText(getTranslation(
                state.issued().isEmpty() && !state.before().isEmpty()
                        ? "intake.visit.print-again"
                        : "intake.visit.print"));
        newVisit.setEnabled(state.mayLeave());
        fill(issue, !state.done());
        fill(print, state.done());
    }

    private String summary(DeskState state) {
        if (state.issued().isEmpty()
                && !state.before().isEmpty()
                && state.basket().isEmpty()) {
            return getTranslation(
                    "intake.visit.before",
                    state.before().stream().map(PrintedTicket::number).collect(Collectors.joining(", ")));
        }
        if (!state.issued().isEmpty()) {
            return getTranslation("intake.visit.count-issued", state.issued().size());
        }
        return state.basket().isEmpty()
                ? ""
                : getTranslation("intake.visit.count", state.basket().size());
    }

    private static void fill(Button button, boolean primary) {
        if (primary) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        } else {
            button.removeThemeVariants(ButtonVariant.PRIMARY);
        }
    }

    private void issue() {
        if (desk.now().mayIssue()) {
            form.draft().ifPresent(this::issue);
        }
        issue.setEnabled(desk.now().mayIssue());
    }

    private void issue(VisitDraft draft) {
        desk.issue(draft);
        content.scrollIntoView(ScrollIntoViewOption.Block.START);
        if (desk.now().done()) {
            finder.restart();
        } else {
            Notifications.ERROR.show(
                    getTranslation("intake.visit.partly", desk.now().basket().size()));
        }
    }

    private void extend() {
        desk.extend();
        finder.restart();
    }

    private void leave() {
        DeskState left = desk.now();
        desk.newVisit();
        finder.restart();
        undo.close();
        if (left.unfinished()) {
            offerBack(left);
        }
    }

    /** A key pressed by mistake must not cost a visitor's whole list. */
    private void offerBack(DeskState left) {
        Button back = new Button(getTranslation("intake.visit.undo"), Icons.UNDO.create(), click -> {
            undo.close();
            desk.backAt(left);
            finder.restart();
        });
        back.addThemeVariants(ButtonVariant.SMALL);
        new Shortcut("Z").on(back);
        undo = Notifications.SUCCESS.show(
                left.basket().isEmpty()
                        ? getTranslation("intake.visit.left-empty")
                        : getTranslation("intake.visit.left", left.basket().size()),
                back,
                MAY_GO_BACK);
    }
}
