package id.balairung.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.TypedText;
import id.balairung.counter.CounterDesk;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The mall's admin runs all accounts, but never locks everybody out or moves a history to another agency. */
@BalairungTest
class AccountAdministrationTest {

    @Autowired
    Hall hall;

    @Autowired
    AccountAdministration administration;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    CounterDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffAccountRepository accountRows;

    @Autowired
    TransactionTemplate transaction;

    Hall.TestAgency agency;
    Hall.TestAgency other;
    StaffPrincipal admin;

    @BeforeEach
    void anAdminAndTwoAgencies() {
        agency = hall.agency(1, 1);
        other = hall.agency(1, 1);
        admin = hall.staff(Role.MALL_ADMIN, Optional.empty());
    }

    @Test
    void oneCanNeitherDisableNorDemoteOneself() {
        refused("staff.refused.own-disable", () -> administration.disable(admin.id(), 0));
        refused("staff.refused.own-role", () -> change(admin, Role.MALL_HEAD, Optional.empty()));
        assertThat(details(admin).enabled()).isTrue();
    }

    @Test
    void ofTheLastTwoMallAdminsWhoDisableEachOtherOneIsLeft() throws Exception {
        StaffPrincipal second = hall.staff(Role.MALL_ADMIN, Optional.empty());
        List<AccountDetails> others = all().stream()
                .filter(account -> account.role() == Role.MALL_ADMIN && account.enabled())
                .filter(account ->
                        !account.id().equals(admin.id()) && !account.id().equals(second.id()))
                .toList();
        others.forEach(account -> proven(() -> administration.disable(account.id(), account.revision())));
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Throwable> refused = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<StaffId>> running = List.of(
                        threads.submit(() -> disable(start, admin, second)),
                        threads.submit(() -> disable(start, second, admin)));
                for (Future<StaffId> done : running) {
                    try {
                        done.get();
                    } catch (ExecutionException failed) {
                        refused.add(failed.getCause());
                    }
                }
            }
            assertThat(refused)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            BusinessRuleViolation.class,
                            why -> assertThat(why.key()).isEqualTo("staff.refused.last-mall-admin"));
            assertThat(details(admin).enabled()).isNotEqualTo(details(second).enabled());
        } finally {
            List.of(admin, second).forEach(one -> {
                AccountDetails now = details(one);
                if (!now.enabled()) {
                    proven(() -> administration.enable(one.id(), now.revision()));
                }
            });
            others.forEach(account -> proven(() -> administration.enable(account.id(), account.revision() + 1)));
        }
    }

    @Test
    void anAdminActsWhileSomebodyElsesAccountIsHeld() throws Exception {
        StaffPrincipal second = hall.staff(Role.MALL_ADMIN, Optional.empty());
        AccountDetails before = details(second);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            transaction.executeWithoutResult(held -> {
                assertThat(accountRows.lock(agency.officer().id().value())).isPresent();
                Future<Boolean> disabled = threads.submit(() -> hall.asProven(admin, () -> {
                    administration.disable(second.id(), before.revision());
                    return details(second).enabled();
                }));
                assertThat(disabled).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(false);
            });
        }
    }

    private StaffId disable(CyclicBarrier start, StaffPrincipal by, StaffPrincipal whom) {
        return hall.asProven(by, () -> {
            start.await();
            administration.disable(whom.id(), details(whom).revision());
            return whom.id();
        });
    }

    @Test
    void anOfficerWithoutAHistoryMovesToAnotherAgency() {
        StaffPrincipal officer = agency.officer();
        proven(() -> change(officer, Role.OFFICER, Optional.of(other.id())));
        assertThat(((StaffPrincipal) accounts.loadUserByUsername(officer.getUsername())).agency())
                .contains(other.id());
        assertThat(List.of(agency.id(), other.id()))
                .allSatisfy(trail -> assertThat(jdbc.sql("""
                                        select count(*) from audit_event
                                        where trail_id = ? and kind = 'ACCOUNT_CHANGED' and subject like concat('%(', ?, ')')""")
                                .params(trail.toString(), officer.getUsername())
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1));
    }

    @Test
    void anOfficerWithAHistoryStaysWhereItIs() {
        hall.open(agency, 0);
        refused("staff.refused.has-history", () -> change(agency.officer(), Role.OFFICER, Optional.of(other.id())));
        refused("staff.refused.has-history", () -> change(agency.officer(), Role.FRONT_DESK, Optional.empty()));
        assertThat(details(agency.officer()).agency()).contains(agency.id());
        assertThat(hall.as(agency.officer(), desk::current)).as("rolled back").isPresent();
        proven(() -> change(agency.officer(), Role.AGENCY_ADMIN, Optional.of(agency.id())));
        assertThat(details(agency.officer()).role()).isEqualTo(Role.AGENCY_ADMIN);
        assertThat(hall.as(agency.officer(), desk::current))
                .as("the counter was closed")
                .isEmpty();
    }

    @Test
    void disablingAnOfficerClosesTheCounterInTheOfficersAgency() {
        hall.open(agency, 0);
        proven(() -> administration.disable(agency.officer().id(), 0));
        assertThat(hall.as(agency.officer(), desk::current)).isEmpty();
    }

    @Test
    void aChangeOfRoleNeedsAFreshProofAndAChangeOfNameDoesnt() {
        assertThatThrownBy(() -> hall.as(admin, () -> {
                    change(agency.admin(), Role.OFFICER, Optional.of(agency.id()));
                    return admin;
                }))
                .isInstanceOf(ReauthenticationRequired.class);
        hall.as(admin, () -> {
            change(agency.admin(), Role.AGENCY_ADMIN, Optional.of(agency.id()));
            return admin;
        });
        assertThat(details(agency.admin()).name()).isEqualTo("Nama Baru");
        assertThatThrownBy(() -> hall.as(admin, administration::export)).isInstanceOf(ReauthenticationRequired.class);
    }

    @Test
    void whoIsDisabledIsEnabledOnlyAfterAFreshProof() {
        StaffPrincipal officer = agency.officer();
        proven(() -> administration.disable(officer.id(), 0));
        assertThatThrownBy(() -> hall.as(admin, () -> {
                    administration.enable(officer.id(), 1);
                    return officer;
                }))
                .isInstanceOf(ReauthenticationRequired.class);
        assertThat(details(officer).enabled()).isFalse();
        proven(() -> administration.enable(officer.id(), 1));
        assertThat(details(officer).enabled()).isTrue();
    }

    @Test
    void anAccountThatIsMadeAsTheMallIsFoundedStandsInTheTrailOfItsAgency() {
        Map<String, Object> row = jdbc.sql("select * from audit_event where trail_id = ? and subject like ?")
                .params(agency.id().toString(), "%(" + agency.officer().getUsername() + ")")
                .query()
                .singleRow();
        assertThat(row.get("kind")).isEqualTo("ACCOUNT_CREATED");
        assertThat(row.get("became").toString())
                .contains("\"role\":\"OFFICER\"", agency.name())
                .doesNotContain(Hall.PASSWORD);
    }

    @Test
    void nobodyElseRunsAccounts() {
        for (StaffPrincipal staff : List.of(agency.admin(), agency.officer(), hall.frontDesk())) {
            assertThatThrownBy(() -> hall.as(staff, administration::accounts))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.asProven(staff, () -> administration.resetPassword(admin.id())))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private void change(StaffPrincipal staff, Role role, Optional<AgencyId> agency) {
        int revision = accountsRevision(staff);
        administration.change(
                staff.id(),
                revision,
                new AccountDraft(staff.getUsername(), new TypedText("Nama Baru"), role, agency, false, Set.of()));
    }

    private int accountsRevision(StaffPrincipal staff) {
        return details(staff).revision();
    }

    private void refused(String key, Runnable act) {
        assertThatThrownBy(() -> proven(act))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        why -> assertThat(why.key()).isEqualTo(key));
    }

    private void proven(Runnable act) {
        hall.asProven(admin, () -> {
            act.run();
            return admin;
        });
    }

    private List<AccountDetails> all() {
        return hall.as(admin, administration::accounts);
    }

    private AccountDetails details(StaffPrincipal staff) {
        return all().stream()
                .filter(account -> account.id().equals(staff.id()))
                .findAny()
                .orElseThrow();
    }
}
