package id.balairung.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import jakarta.servlet.http.HttpServletResponse;

/** A page couldn't be opened. Stands without the frame, which may be what failed. */
@AnonymousAllowed
class FaultPage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private final transient ScreenFaults faults;

    FaultPage(ScreenFaults faults) {
        this.faults = faults;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Fault fault = Fault.of(parameter.getException());
        faults.log(fault, parameter.getException());
        EmptyState state = new EmptyState(
                fault instanceof Fault.DatabaseGone ? Icons.INTERRUPTED : Icons.FAULT,
                getTranslation("shell.fault.title"),
                getTranslation(fault.key(), fault.arguments()));
        state.addClassName("bl-error");
        state.add(new Button(
                getTranslation("shell.fault.again"),
                click -> click.getSource().getUI().ifPresent(ui -> ui.getPage().reload())));
        add(state);
        return fault instanceof Fault.DatabaseGone
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.fault.title") + " | Balairung";
    }
}
