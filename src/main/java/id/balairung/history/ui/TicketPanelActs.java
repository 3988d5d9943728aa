package id.balairung.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import id.balairung.common.ui.Icons;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketPast;
import id.balairung.queue.TicketStatus;
import id.balairung.queue.ui.NoteDialog;
import id.balairung.security.Role;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be done about a ticket's past: a note, an admin's correction, its own page, or printing that. */
class TicketPanelActs extends Div {

    /**
     * Of a turn of an older system, of which nothing can be written any more.
     *
     * @param print prints the page; empty beside the list, from where it leads there
     */
    TicketPanelActs(TicketId ticket, Optional<Runnable> print) {
        addClassNames("acts", "bl-row", "wrap", "bl-screen-only");
        print.ifPresentOrElse(does -> add(act("history.act.print", Icons.PRINT, does)), () -> {
            TicketLink own = new TicketLink(getTranslation("history.act.page"), ticket);
            own.addClassName("bl-s");
            add(own);
        });
    }

    /**
     * Of a ticket of this system.
     *
     * @param acted is told in which words, by their i18n key, that something was written
     * @param movedOn what to do when somebody else has changed the ticket meanwhile
     */
    TicketPanelActs(
            TicketPanels services,
            TicketPast past,
            Optional<Runnable> print,
            Consumer<String> acted,
            Runnable movedOn) {
        this(past.ticket().id(), print);
        Role role = services.currentStaff().require().role();
        if (role == Role.AGENCY_ADMIN && past.ticket().status() == TicketStatus.COMPLETED) {
            addComponentAsFirst(act(
                    "history.act.correct",
                    Icons.TASK,
                    () -> new CorrectionDialog(
                                    services, past.ticket(), () -> acted.accept("history.correct.saved"), movedOn)
                            .open()));
        }
        if (role.belongsToAgency()) {
            addComponentAsFirst(act(
                    "history.act.note",
                    Icons.NOTE,
                    () -> new NoteDialog(
                                    services.notes(),
                                    past.ticket().id(),
                                    past.ticket().number(),
                                    () -> acted.accept("queue.note.saved"))
                            .open()));
        }
    }

    private Button act(String key, Icons icon, Runnable does) {
        Button button = new Button(getTranslation(key), icon.create(), click -> does.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
