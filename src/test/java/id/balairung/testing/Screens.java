package id.balairung.testing;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.BrowserlessUserContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import id.balairung.security.Reauthentication;
import id.balairung.security.StaffPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Screens without a browser: the real views, routes and services, each window in its person's own session. What a test
 * opens is closed after it.
 */
public class Screens {

    private final ApplicationContext application;
    private final List<BrowserlessUserContext> users = new ArrayList<>();
    private @Nullable SecuredBrowserlessApplicationContext<Authentication> screens;

    Screens(ApplicationContext application) {
        this.application = application;
    }

    /** A window of somebody who signed in. */
    public BrowserlessUIContext of(StaffPrincipal staff) {
        return window(UsernamePasswordAuthenticationToken.authenticated(staff, null, staff.getAuthorities()));
    }

    /** A window of somebody who signed in and has just proved again who sits there. */
    public BrowserlessUIContext ofProven(StaffPrincipal staff) {
        BrowserlessUIContext window = of(staff);
        window.activate();
        application.getBean(Reauthentication.class).confirm(Hall.PASSWORD, "");
        return window;
    }

    /** A window of somebody who didn't. */
    public BrowserlessUIContext ofNobody() {
        return window(new AnonymousAuthenticationToken(
                "test", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
    }

    private BrowserlessUIContext window(Authentication authentication) {
        if (screens == null) {
            screens = SpringBrowserlessApplicationContext.createSecured(application, "id.balairung");
        }
        BrowserlessUserContext user = screens.newUser(authentication);
        users.add(user);
        return user.newWindow();
    }

    void close() {
        users.forEach(BrowserlessUserContext::close);
        users.clear();
    }
}
