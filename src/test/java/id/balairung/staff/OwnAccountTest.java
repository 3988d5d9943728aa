package id.balairung.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.OneTimeSecret;
import id.balairung.security.Reauthentication;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.support.TransactionTemplate;

/** What makes an account less safe takes the password and, where there is a second factor, a code of it. */
@BalairungTest
class OwnAccountTest {

    private static final String WRONG_CODE = "000000";

    @Autowired
    Hall hall;

    @Autowired
    OwnAccount account;

    @Autowired
    Reauthentication reauthentication;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    StaffPrincipal admin;
    OneTimeSecret phone;
    List<String> recoveryCodes;

    @BeforeEach
    void anAdminWithASecondFactor() {
        admin = hall.agency(1, 0).admin();
        phone = OneTimeSecret.random();
        recoveryCodes = does(() -> account.addSecondFactor(Hall.PASSWORD, "", phone, now(phone)));
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void thePasswordAloneNeitherReplacesNorRemovesASecondFactorNorMakesRecoveryCodes() {
        OneTimeSecret other = OneTimeSecret.random();
        for (String code : List.of("", WRONG_CODE, now(other))) {
            refused("staff.second-factor.wrong", () -> account.removeSecondFactor(Hall.PASSWORD, code));
            clock.advance(Duration.ofHours(1));
            refused("staff.second-factor.wrong", () -> account.newRecoveryCodes(Hall.PASSWORD, code));
            clock.advance(Duration.ofHours(1));
            refused("staff.second-factor.wrong", () -> account.addSecondFactor(Hall.PASSWORD, code, other, now(other)));
            clock.advance(Duration.ofHours(1));
        }
        assertThat(safety()).isEqualTo(new OwnAccount.Safety(true, false, recoveryCodes.size()));
        does(() -> account.newRecoveryCodes(Hall.PASSWORD, now(phone)));
    }

    @Test
    void theCodeAloneIsNoProofAndIsNotUsedUp() {
        String code = now(phone);
        refused("staff.password.wrong", () -> account.removeSecondFactor("salah", code));
        assertThat(safety().secondFactor()).isTrue();
        does(() -> {
            account.removeSecondFactor(Hall.PASSWORD, code);
            return admin;
        });
        assertThat(safety().secondFactor()).isFalse();
    }

    @Test
    void anotherPhoneTakesThePlaceOfThePresentOne() {
        OneTimeSecret other = OneTimeSecret.random();
        String present = now(phone);
        refused("staff.second-factor.new-wrong", () -> account.addSecondFactor(Hall.PASSWORD, present, other, present));
        List<String> codes = does(() -> account.addSecondFactor(Hall.PASSWORD, present, other, now(other)));
        clock.advance(Duration.ofMinutes(1));
        refused("staff.second-factor.wrong", () -> account.newRecoveryCodes(Hall.PASSWORD, now(phone)));
        refused("staff.second-factor.wrong", () -> account.newRecoveryCodes(Hall.PASSWORD, recoveryCodes.getFirst()));
        assertThat(does(() -> account.newRecoveryCodes(Hall.PASSWORD, now(other))))
                .hasSameSizeAs(codes)
                .doesNotContainAnyElementsOf(codes);
    }

    @Test
    void whoLostThePhoneProvesItByARecoveryCodeOnce() {
        String code = recoveryCodes.getFirst();
        hall.in(new MockHttpSession(), admin, () -> {
            reauthentication.confirm(Hall.PASSWORD, code);
            assertThat(reauthentication.fresh()).isTrue();
            return admin;
        });
        assertThat(safety().recoveryCodesLeft()).isEqualTo(recoveryCodes.size() - 1);
        assertThat(kinds()).endsWith("RECOVERY_CODE_USED");
        refused("staff.second-factor.wrong", () -> account.removeSecondFactor(Hall.PASSWORD, code));
    }

    @Test
    void reauthenticationTakesNoPasswordWithoutTheCode() {
        hall.in(new MockHttpSession(), admin, () -> {
            assertThat(reauthentication.asksForCode()).isTrue();
            assertThatThrownBy(() -> reauthentication.confirm(Hall.PASSWORD, ""))
                    .isInstanceOf(BusinessRuleViolation.class);
            assertThat(reauthentication.fresh()).isFalse();
            reauthentication.confirm(Hall.PASSWORD, now(phone));
            assertThat(reauthentication.fresh()).isTrue();
            return admin;
        });
    }

    @Test
    void whatWasWrongIsRecordedWithWhoAndWhereFromAlthoughTheActIsRolledBack() {
        for (Callable<?> wrong : List.<Callable<?>>of(
                () -> account.newRecoveryCodes("salah", ""),
                () -> account.newRecoveryCodes(Hall.PASSWORD, WRONG_CODE),
                () -> {
                    account.changePassword("keliru", "kereta ungu menyanyi 93", "kereta ungu menyanyi 93");
                    return admin;
                },
                () -> {
                    reauthentication.confirm("ngawur", "");
                    return admin;
                })) {
            assertThatThrownBy(() -> hall.in(new MockHttpSession(), admin, () -> {
                        signedInFrom("203.0.113.7");
                        return transaction.execute(status -> call(wrong));
                    }))
                    .isInstanceOf(BusinessRuleViolation.class);
        }
        List<Map<String, Object>> failures = trail().stream()
                .filter(row -> row.get("kind").equals("REAUTHENTICATION_FAILED"))
                .toList();
        assertThat(failures)
                .extracting(row -> row.get("became"))
                .containsExactly(
                        "{\"reason\":\"wrong-password\"}",
                        "{\"reason\":\"wrong-code\"}",
                        "{\"reason\":\"wrong-password\"}",
                        "{\"reason\":\"wrong-password\"}");
        assertThat(failures).allSatisfy(row -> {
            assertThat(row.get("actor_id")).hasToString(admin.id().value().toString());
            assertThat(row.get("address")).isEqualTo("203.0.113.7");
        });
        assertThat(trail().toString()).doesNotContain("salah", "keliru", "ngawur", WRONG_CODE);
    }

    @Test
    void wrongOnesMakeItPauseAndARightOneIsNotLookedAtThen() {
        for (int time = 0; time < 5; time++) {
            refused("staff.password.wrong", () -> account.newRecoveryCodes("salah", now(phone)));
        }
        refused("staff.paused", () -> account.newRecoveryCodes(Hall.PASSWORD, now(phone)));
        clock.advance(Duration.ofMinutes(15));
        does(() -> account.newRecoveryCodes(Hall.PASSWORD, now(phone)));
    }

    private static void signedInFrom(String address) {
        Authentication present = SecurityContextHolder.getContext().getAuthentication();
        ((AbstractAuthenticationToken) present).setDetails(new WebAuthenticationDetails(address, null));
    }

    private void refused(String key, ThrowingAct act) {
        assertThatThrownBy(() -> does(() -> {
                    act.run();
                    return admin;
                }))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        why -> assertThat(why.key()).isEqualTo(key));
    }

    private <T> T does(Callable<T> act) {
        return hall.as(admin, act);
    }

    private static Object call(Callable<?> act) {
        try {
            return act.call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private OwnAccount.Safety safety() {
        return does(account::safety);
    }

    private String now(OneTimeSecret of) {
        return of.codeAt(clock.instant());
    }

    private List<Object> kinds() {
        return trail().stream().map(row -> row.get("kind")).toList();
    }

    private List<Map<String, Object>> trail() {
        return jdbc.sql("select * from audit_event where trail_id = ? order by id")
                .param(admin.agency().orElseThrow().toString())
                .query()
                .listOfRows();
    }

    /** Something that may be refused. */
    private interface ThrowingAct {
        void run() throws Exception;
    }
}
