package id.balairung.agency;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InvalidInput;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** Two who add the same at the same moment: one adds it, the other is told what is wrong with the field. */
@BalairungTest
class AddedAtOnceTest {

    private static final int ROUNDS = 10;

    @Autowired
    Hall hall;

    @Autowired
    AgencyRegister agencies;

    @Autowired
    ServiceAdministration services;

    @Autowired
    Reauthentication reauthentication;

    @Test
    void anAgencysCode() throws Exception {
        StaffPrincipal mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        MockHttpSession proven = proven(mallAdmin);
        for (int round = 0; round < ROUNDS; round++) {
            String code = "SEREMPAK-" + round;
            String letters = "X" + (char) ('A' + round);
            String others = "Y" + (char) ('A' + round);
            assertThat(atOnce(index -> () -> hall.in(proven, mallAdmin, () -> {
                        agencies.add(new AgencyDraft(code, index == 0 ? letters : others, "Serempak"));
                        return "added";
                    })))
                    .containsExactlyInAnyOrder("added", "agency.refused.code-taken");
        }
    }

    @Test
    void aServicesLetter() throws Exception {
        Hall.TestAgency agency = hall.agency(1, 1);
        for (int round = 0; round < ROUNDS; round++) {
            String letter = String.valueOf((char) ('C' + round));
            assertThat(atOnce(index -> () -> hall.as(agency.admin(), () -> {
                        services.add(draft(letter, "Serempak"));
                        return "added";
                    })))
                    .containsExactlyInAnyOrder("added", "agency.refused.letter-taken");
        }
    }

    /** The import reads all rows at once; whoever saves one of them meanwhile must not make it fail. */
    @Test
    void anImportBesideSomebodyWhoSaves() throws Exception {
        Hall.TestAgency agency = hall.agency(2, 1);
        MockHttpSession proven = proven(agency.admin());
        for (int round = 0; round < ROUNDS; round++) {
            ServiceDraft theirs = draft("A", "Dari formulir " + round);
            List<ServiceRow> rows = List.of(
                    ServiceRow.of(draft("A", "Dari tabel " + round)), ServiceRow.of(draft("B", "Dari tabel " + round)));
            assertThat(atOnce(index -> () -> hall.in(proven, agency.admin(), () -> {
                        if (index == 0) {
                            services.importAll(rows);
                            return "done";
                        }
                        try {
                            ServiceDetails shown = services.all().getFirst();
                            services.change(shown.id(), shown.version(), theirs);
                        } catch (ChangedMeanwhile told) {
                            return "told";
                        }
                        return "done";
                    })))
                    .isSubsetOf("done", "told")
                    .contains("done");
            assertThat(hall.as(agency.admin(), () -> services.all()).getLast().nameIndonesian())
                    .isEqualTo("Dari tabel " + round);
        }
    }

    private MockHttpSession proven(StaffPrincipal staff) {
        MockHttpSession session = new MockHttpSession();
        return hall.in(session, staff, () -> {
            reauthentication.confirm(Hall.PASSWORD, "");
            return session;
        });
    }

    private static ServiceDraft draft(String letter, String name) {
        return new ServiceDraft(letter, name, "At once", 20, 10, null, List.of());
    }

    private static List<String> atOnce(IntFunction<Callable<String>> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> first = threads.submit(() -> outcome(together, work.apply(0)));
            Future<String> second = threads.submit(() -> outcome(together, work.apply(1)));
            return List.of(first.get(), second.get());
        }
    }

    private static String outcome(CyclicBarrier together, Callable<String> work) throws Exception {
        together.await();
        try {
            return work.call();
        } catch (InvalidInput told) {
            return told.key();
        }
    }
}
