package id.balairung.staff;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallRules;
import id.balairung.security.Founder;
import id.balairung.security.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** On an empty database: establishes the mall and makes one mall admin, whose password is printed once, kept nowhere, and
 * changed at the first sign-in. */
@Component
@Profile("!demo & !test")
class FirstStart implements ApplicationRunner {

    private final StaffAccounts accounts;
    private final CurrentMall mall;
    private final Founder founder;

    FirstStart(StaffAccounts accounts, CurrentMall mall, Founder founder) {
        this.accounts = accounts;
        this.mall = mall;
        this.founder = founder;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.none()) {
            return;
        }
        InitialPassword password = InitialPassword.random();
        founder.establish(() -> {
            mall.establish(MallRules.standard("Mal Pelayanan Publik", ZoneId.of("Asia/Makassar")));
            accounts.add(
                    List.of(new NewStaff("admin", "Admin MPP", Role.MALL_ADMIN, Optional.empty(), false)), password);
        });
        System.out.println("First start. Sign in as admin with this password, shown only now: " + password.text());
    }
}
