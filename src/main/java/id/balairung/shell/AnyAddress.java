package id.balairung.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.DenyAll;

/**
 * What is at every address that leads nowhere: a view that nobody may open. So an address that is not there and one that
 * the role may not open take the same way to the same answer, for whoever is signed in and for whoever isn't.
 */
@Route(value = ":address*", autoLayout = false)
@DenyAll
class AnyAddress extends Div {}
