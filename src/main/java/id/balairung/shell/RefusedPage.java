package id.balairung.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import id.balairung.audit.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;

/** A service refused what the page at this address needs. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class RefusedPage extends NotFoundPage implements HasErrorParameter<AccessDeniedException> {

    private final transient Refusals refusals;

    RefusedPage(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        // What an annotation refused is recorded by its own event.
        if (!(parameter.getException() instanceof AuthorizationDeniedException)) {
            refusals.refused("/" + event.getLocation().getPath());
        }
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
