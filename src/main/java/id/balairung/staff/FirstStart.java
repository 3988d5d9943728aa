package id.balairung.staff;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.MallRules;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** On an empty database: establishes the mall and makes one mall admin, whose password is printed once and kept nowhere. */
@Component
@Profile("!demo & !test")
class FirstStart implements ApplicationRunner {

    private static final int PASSWORD_BYTES = 15;

    private final StaffAccounts accounts;
    private final CurrentMall mall;

    FirstStart(StaffAccounts accounts, CurrentMall mall) {
        this.accounts = accounts;
        this.mall = mall;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.none()) {
            return;
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        asFounder(() -> {
            mall.establish(MallRules.standard("Mal Pelayanan Publik", ZoneId.of("Asia/Makassar")));
            accounts.add(
                    List.of(new NewStaff("admin", "Admin MPP", Role.MALL_ADMIN, Optional.empty(), false)), password);
        });
        System.out.println("First start. Sign in as admin with this password, shown only now: " + password);
    }

    private static void asFounder(Runnable work) {
        StaffPrincipal founder =
                new StaffPrincipal(StaffId.next(), "founder", "Founder", "", Role.MALL_ADMIN, null, true, false);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(founder, null, founder.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
