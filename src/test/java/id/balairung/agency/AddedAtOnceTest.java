package id.balairung.agency;

import static org.assertj.core.api.Assertions.assertThat;

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
        MockHttpSession proven = new MockHttpSession();
        hall.in(proven, mallAdmin, () -> {
            reauthentication.confirm(Hall.PASSWORD, "");
            return proven;
        });
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
                        services.add(new ServiceDraft(letter, "Serempak", "At once", 20, 10, null, List.of()));
                        return "added";
                    })))
                    .containsExactlyInAnyOrder("added", "agency.refused.letter-taken");
        }
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
