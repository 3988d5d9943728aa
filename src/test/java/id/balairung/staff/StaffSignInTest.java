package id.balairung.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.Role;
import id.balairung.security.SignInAccounts;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an account does at sign-in, while an admin acts on it. */
@BalairungTest
class StaffSignInTest {

    private static final String CHOSEN = "tiga-kapal-menyeberang-teluk";

    @Autowired
    Hall hall;

    @Autowired
    SignInAccounts signIn;

    @Autowired
    AccountAdministration administration;

    @Test
    void anInitialPasswordThatWasReplacedMeanwhileIsChangedNoMore() {
        StaffPrincipal officer = hall.agency(1, 1).officer();
        reset(officer);
        StaffPrincipal judged = signIn.find(officer.id()).orElseThrow().principal();
        reset(officer);
        StaffPrincipal present = signIn.find(officer.id()).orElseThrow().principal();
        assertThatThrownBy(() -> signIn.replaceDuePassword(judged, CHOSEN, CHOSEN, "192.0.2.7"))
                .isInstanceOf(BusinessRuleViolation.class);
        assertThat(signIn.find(officer.id()).orElseThrow())
                .satisfies(
                        account -> assertThat(account.principal().getPassword()).isEqualTo(present.getPassword()))
                .matches(SignInAccounts.SignInAccount::passwordDue);
        signIn.replaceDuePassword(present, CHOSEN, CHOSEN, "192.0.2.7");
        assertThat(signIn.find(officer.id()).orElseThrow().passwordDue()).isFalse();
    }

    private void reset(StaffPrincipal officer) {
        hall.asProven(hall.staff(Role.MALL_ADMIN, Optional.empty()), () -> administration.resetPassword(officer.id()));
    }
}
