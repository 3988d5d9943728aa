package id.balairung.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import id.balairung.audit.Refusals;
import jakarta.servlet.http.HttpServletResponse;

/** The role may not open what is at this address. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class ClosedPage extends NotFoundPage implements HasErrorParameter<AccessDeniedException> {

    private final transient Refusals refusals;

    ClosedPage(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        refusals.refused("/" + event.getLocation().getPath());
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
