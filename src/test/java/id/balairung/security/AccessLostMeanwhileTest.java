package id.balairung.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.agency.AgencyDetails;
import id.balairung.agency.AgencyRegister;
import id.balairung.staff.AccountAdministration;
import id.balairung.staff.StaffAccounts;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Judging a password takes a while, and steps may take minutes: who loses access in that time isn't let in at the end. */
@BalairungTest
class AccessLostMeanwhileTest {

    @Autowired
    Hall hall;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    AccountAdministration administration;

    @Autowired
    AgencyRegister agencies;

    @Autowired
    SignInAccounts signInAccounts;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Clock clock;

    @Autowired
    GenericApplicationContext application;

    @LocalServerPort
    int port;

    Wire wire;
    StaffPrincipal mallAdmin;

    @BeforeEach
    void aBrowser() {
        wire = new Wire(port);
        mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
    }

    @Test
    void anOldPasswordThatIsResetWhileItIsJudgedLeadsToNoStep() {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        assertThatThrownBy(() -> judged(head, () -> reset(head))).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void anAccountThatIsDisabledWhileItsPasswordIsJudgedIsNotLetIn() {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        assertThatThrownBy(() -> judged(head, () -> hall.disable(head))).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void whoLosesAccessBeforeTheSessionIsThereIsNotLetIn() {
        StaffPrincipal disabled = hall.staff(Role.MALL_HEAD, Optional.empty());
        assertThat(signIn(disabled, () -> hall.disable(disabled))).isEqualTo("/masuk?ulang");
        assertThat(isSignedIn()).isFalse();

        aBrowser();
        StaffPrincipal reset = hall.staff(Role.MALL_HEAD, Optional.empty());
        assertThat(signIn(reset, () -> reset(reset))).isEqualTo("/masuk?ulang");
        assertThat(isSignedIn()).isFalse();

        aBrowser();
        Hall.TestAgency agency = hall.agency(1, 1);
        assertThat(signIn(agency.officer(), () -> suspend(agency))).isEqualTo("/masuk?ulang");
        assertThat(isSignedIn()).isFalse();

        aBrowser();
        StaffPrincipal stays = hall.staff(Role.MALL_HEAD, Optional.empty());
        assertThat(signIn(stays, () -> {})).isEqualTo("/");
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    void theStepsOfASuspendedAgencysStaffAreOver() {
        Hall.TestAgency agency = hall.agency(1, 1);
        StaffPrincipal officer = agency.officer();
        hall.asProven(mallAdmin, () -> {
            administration.requireSecondFactor(officer.id());
            return officer;
        });
        assertThat(location(wire.signIn(officer.getUsername(), Hall.PASSWORD))).isEqualTo("/masuk/langkah");
        suspend(agency);
        assertThat(location(wire.step("ENROLMENT", "code", "000000"))).isEqualTo("/masuk?ulang");
    }

    @Test
    void aNewHashOfAnOldPasswordDoesNotReplaceANewPassword() {
        StaffPrincipal before = hall.staff(Role.MALL_HEAD, Optional.empty());
        reset(before);
        accounts.updatePassword(before, encoder.encode(Hall.PASSWORD));
        assertThat(encoder.matches(
                        Hall.PASSWORD,
                        accounts.loadUserByUsername(before.getUsername()).getPassword()))
                .isFalse();
    }

    private Authentication judged(StaffPrincipal staff, Runnable meanwhile) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(accounts);
        passwords.setPasswordEncoder(encoder);
        AuthenticationProvider slow = new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication attempt) {
                Authentication right = passwords.authenticate(attempt);
                meanwhile.run();
                return right;
            }

            @Override
            public boolean supports(Class<?> authentication) {
                return passwords.supports(authentication);
            }
        };
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(staff.getUsername(), Hall.PASSWORD);
        attempt.setDetails(new SignInDetails(new MockHttpServletRequest(), Optional.empty()));
        return new SignInProvider(slow, signInAccounts, throttle, clock).authenticate(attempt);
    }

    private String signIn(StaffPrincipal staff, Runnable meanwhile) {
        ApplicationListener<AuthenticationSuccessEvent> listener = event -> {
            if (event.getAuthentication().getName().equals(staff.getUsername())) {
                meanwhile.run();
            }
        };
        application.addApplicationListener(listener);
        try {
            return location(wire.signIn(staff.getUsername(), Hall.PASSWORD));
        } finally {
            application.removeApplicationListener(listener);
        }
    }

    private void reset(StaffPrincipal staff) {
        hall.asProven(mallAdmin, () -> administration.resetPassword(staff.id()));
    }

    private void suspend(Hall.TestAgency agency) {
        hall.asProven(mallAdmin, () -> {
            AgencyDetails shown = agencies.all().stream()
                    .filter(one -> one.id().equals(agency.id()))
                    .findAny()
                    .orElseThrow();
            agencies.suspend(shown.id(), shown.version());
            return shown;
        });
    }

    private boolean isSignedIn() {
        return wire.get("/antrean").statusCode() == 200;
    }

    private static String location(HttpResponse<?> answer) {
        URI target = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return target.getQuery() == null ? target.getPath() : target.getPath() + "?" + target.getQuery();
    }
}
