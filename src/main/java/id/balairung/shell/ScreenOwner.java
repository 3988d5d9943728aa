package id.balairung.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.ListenerPriority;
import id.balairung.security.CurrentStaff;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import java.util.Optional;

/**
 * Whose a screen is: the person's who was signed in when it was opened, or nobody's. It shows nothing to anybody else.
 * Before the access check, which would judge by the present person's role.
 */
@ListenerPriority(Integer.MAX_VALUE)
final class ScreenOwner implements BeforeEnterListener {

    private final transient CurrentStaff currentStaff;
    private final Optional<StaffId> owner;

    private ScreenOwner(CurrentStaff currentStaff) {
        this.currentStaff = currentStaff;
        this.owner = present(currentStaff);
    }

    /** Gives a new screen to the present person and closes the session's screens of anybody else. */
    static void claim(UI ui, CurrentStaff currentStaff) {
        ScreenOwner owner = new ScreenOwner(currentStaff);
        ComponentUtil.setData(ui, ScreenOwner.class, owner);
        ui.addBeforeEnterListener(owner);
        OpenSessions.dismiss(OpenSessions.screens(ui.getSession())
                .filter(other -> other != ui && !owner.owns(other))
                .toList());
    }

    private boolean owns(UI ui) {
        ScreenOwner other = ComponentUtil.getData(ui, ScreenOwner.class);
        return other != null && other.owner.equals(owner);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!present(currentStaff).equals(owner)) {
            event.forwardToUrl("/");
        }
    }

    private static Optional<StaffId> present(CurrentStaff currentStaff) {
        return currentStaff.get().map(StaffPrincipal::id);
    }
}
