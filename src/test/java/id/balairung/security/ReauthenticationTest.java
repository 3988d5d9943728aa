package id.balairung.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.ui.ReauthenticationDialog;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** A sensitive act goes on only after a fresh proof of who sits at the screen. */
@BalairungTest
class ReauthenticationTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    Reauthentication reauthentication;

    @Autowired
    SignInRecorder signIns;

    @Autowired
    TestClock clock;

    StaffPrincipal head;
    AtomicInteger done;

    @BeforeEach
    void aHead() {
        head = hall.staff(Role.MALL_HEAD, Optional.empty());
        done = new AtomicInteger();
    }

    @Test
    void whereNothingWasProvedAServiceRefuses() {
        assertThatThrownBy(() -> hall.as(head, this::sensitiveAct)).isInstanceOf(ReauthenticationRequired.class);
        assertThat(done).hasValue(0);
    }

    @Test
    void aProofIsGoodForTenMinutes() {
        hall.asProven(head, () -> {
            clock.advance(Duration.ofMinutes(9));
            sensitiveAct();
            clock.advance(Duration.ofMinutes(2));
            assertThatThrownBy(() -> sensitiveAct()).isInstanceOf(ReauthenticationRequired.class);
            return done;
        });
        assertThat(done).hasValue(1);
    }

    @Test
    void aWrongPasswordProvesNothing() {
        BrowserlessUIContext window = screens.of(head);
        window.activate();
        assertThatThrownBy(() -> reauthentication.confirm("salah", "")).isInstanceOf(BusinessRuleViolation.class);
        assertThat(reauthentication.fresh()).isFalse();
        reauthentication.confirm(Hall.PASSWORD, "");
        assertThat(reauthentication.fresh()).isTrue();
    }

    @Test
    void aProofIsOfOnePersonInOneSession() {
        StaffPrincipal other = hall.staff(Role.MALL_HEAD, Optional.empty());
        BrowserlessUIContext window = screens.of(head);
        BrowserlessUIContext elsewhere = screens.of(head);
        window.activate();
        reauthentication.confirm(Hall.PASSWORD, "");
        assertThat(hall.as(other, reauthentication::fresh)).isFalse();
        elsewhere.activate();
        assertThat(reauthentication.fresh()).isFalse();
    }

    @Test
    void theDialogAsksAndGoesOn() {
        BrowserlessUIContext window = screens.of(head);
        window.activate();
        ReauthenticationDialog.ensure(reauthentication, () -> sensitiveAct());
        assertThat(done).hasValue(0);

        answer(window, "salah");
        assertThat(done).hasValue(0);
        assertThat(window.find(Div.class).all())
                .extracting(Div::getText)
                .contains("Kata sandi Anda yang sekarang tidak cocok.");

        answer(window, Hall.PASSWORD);
        assertThat(done).hasValue(1);

        ReauthenticationDialog.ensure(reauthentication, () -> sensitiveAct());
        assertThat(done).hasValue(2);
    }

    @Test
    void signingInIsAProof() {
        MockHttpSession session = new MockHttpSession();
        String key = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
        session.setAttribute(
                key,
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(head, null, head.getAuthorities())));
        signIns.attributeAdded(new HttpSessionBindingEvent(session, key));
        hall.in(session, head, () -> {
            sensitiveAct();
            clock.advance(Duration.ofMinutes(11));
            assertThatThrownBy(() -> sensitiveAct()).isInstanceOf(ReauthenticationRequired.class);
            return done;
        });
        assertThat(done).hasValue(1);
    }

    private void answer(BrowserlessUIContext window, String password) {
        window.test(window.find(PasswordField.class).single()).setValue(password);
        window.test(window.find(Button.class).withText("Lanjutkan").single()).click();
        MockVaadin.clientRoundtrip();
    }

    /** What a service does. */
    private int sensitiveAct() {
        reauthentication.requireFresh();
        return done.incrementAndGet();
    }
}
