package id.balairung.demo;

import id.balairung.agency.AgencyAdministration;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.CounterAdministration;
import id.balairung.security.Founder;
import id.balairung.security.Role;
import id.balairung.staff.InitialPassword;
import id.balairung.staff.NewStaff;
import id.balairung.staff.StaffAccounts;
import id.balairung.tenancy.AgencyId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an empty database with the demonstration mall, and tells whoever started it how to sign in. */
@Component
@Profile("demo")
@Order(0)
class DemoMall implements ApplicationRunner {

    /** The mall's name, by which a database is known to hold it. */
    static final String MALL = "Mal Pelayanan Publik Kota Kendari";

    private final CurrentMall mall;
    private final AgencyAdministration agencies;
    private final ServiceCatalogue catalogue;
    private final CounterAdministration counters;
    private final StaffAccounts accounts;
    private final Founder founder;
    private final String password;

    DemoMall(
            CurrentMall mall,
            AgencyAdministration agencies,
            ServiceCatalogue catalogue,
            CounterAdministration counters,
            StaffAccounts accounts,
            Founder founder,
            @Value("${balairung.demo.password}") String password) {
        this.mall = mall;
        this.agencies = agencies;
        this.catalogue = catalogue;
        this.counters = counters;
        this.accounts = accounts;
        this.founder = founder;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.none()) {
            founder.establish(this::establish);
        }
        boolean ours = mall.find().filter(found -> found.name().equals(MALL)).isPresent();
        System.out.println(
                ours
                        ? welcome()
                        : "This database already holds another mall: no demonstration data were added. They need an empty one.");
    }

    private void establish() {
        if (mall.find().isPresent()) {
            throw new IllegalStateException(
                    "The first start was interrupted half way: empty the database (embedded: delete var/db) and start again");
        }
        mall.establish(MallRules.standard(MALL, ZoneId.of("Asia/Makassar")));
        List<NewStaff> staff = new ArrayList<>(List.of(
                mallStaff("kepala", "Hj. Sitti Rahmawati", Role.MALL_HEAD),
                mallStaff("admin", "La Ode Ridwan", Role.MALL_ADMIN),
                mallStaff("penerimaan", "Wa Ode Fitriani", Role.FRONT_DESK)));
        DemoNames names = new DemoNames();
        int counter = 1;
        for (DemoAgency agency : DemoAgency.all()) {
            AgencyId id =
                    agencies.register(agency.code(), agency.letters(), agency.name(), agency.services(), agency.week());
            staff.add(new NewStaff(agency.admin(), names.next(), Role.AGENCY_ADMIN, Optional.of(id), false));
            for (int desk = 1; desk <= agency.counters(); desk++) {
                counters.add(
                        id,
                        counter++,
                        catalogue.servicesOf(id).stream()
                                .map(ServiceSummary::id)
                                .toList());
                staff.add(new NewStaff(agency.officer(desk), names.next(), Role.OFFICER, Optional.of(id), desk == 1));
            }
        }
        accounts.add(staff, InitialPassword.lasting(password));
    }

    private static NewStaff mallStaff(String username, String displayName, Role role) {
        return new NewStaff(username, displayName, role, Optional.empty(), false);
    }

    private String welcome() {
        return """

                Demonstration data (data contoh). Everybody's password: %s
                  penerimaan         front desk: issues numbers for all agencies
                  dukcapil1 .. 6     officers of Dukcapil; each agency has its own: imigrasi1, polresta2, pln1 ...
                  dukcapil.admin     agency admin; each agency has its own
                  kepala             head of the mall
                  admin              mall admin
                """.formatted(password);
    }
}
