package id.balairung.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;
import id.balairung.common.ui.Icons;
import id.balairung.queue.TicketPast;
import id.balairung.queue.TicketStatus;
import id.balairung.queue.ui.NoteDialog;
import id.balairung.security.Role;

/** What can be done about a ticket's past: a note, an admin's correction, its own page, or printing that. */
class TicketPanelActs extends Div {

    TicketPanelActs(TicketPanels services, TicketPast past, boolean page, Runnable acted, Runnable movedOn) {
        addClassNames("acts", "bl-row", "wrap");
        Role role = services.currentStaff().require().role();
        if (role.belongsToAgency()) {
            add(act(
                    "history.act.note",
                    Icons.NOTE,
                    () -> new NoteDialog(
                                    services.notes(),
                                    past.ticket().id(),
                                    past.ticket().number(),
                                    acted)
                            .open()));
        }
        if (role == Role.AGENCY_ADMIN && past.ticket().status() == TicketStatus.COMPLETED) {
            add(act(
                    "history.act.correct",
                    Icons.TASK,
                    () -> new CorrectionDialog(services, past.ticket(), acted, movedOn).open()));
        }
        if (page) {
            Button print = act("history.act.print", Icons.PRINT, () -> {});
            print.getElement().executeJs("this.addEventListener('click', () => window.print())");
            add(print);
        } else {
            RouterLink own = new RouterLink(
                    getTranslation("history.act.page"),
                    TicketPage.class,
                    TicketPage.of(past.ticket().id()));
            own.addClassName("bl-s");
            add(own);
        }
    }

    private Button act(String key, Icons icon, Runnable does) {
        Button button = new Button(getTranslation(key), icon.create(), click -> does.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
