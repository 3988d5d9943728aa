package id.balairung.staff;

import id.balairung.security.OneTimeSecret;
import id.balairung.security.SecretBox;
import id.balairung.security.StaffId;
import jakarta.annotation.PostConstruct;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Second factors and their recovery codes: sealed, digested, each code taken once. Inside the transaction of whoever asks; who
 * may ask is theirs to know.
 */
@Component
class SecondFactors {

    private static final int CODES = 10;
    private static final int CODE_LENGTH = 12;
    private static final int CODE_GROUP = 4;
    private static final String SYMBOLS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final String PURPOSE = "recovery code";

    private final StaffAccountRepository accounts;
    private final RecoveryCodeRepository codes;
    private final SecretBox box;
    private final Clock clock;
    private final Policy policy;
    private final SecureRandom random = new SecureRandom();

    /** Whether those who run the mall or an agency, or review it, must have a second factor. */
    enum Policy {
        /** They must. */
        REQUIRED,
        /** They may. */
        OPTIONAL
    }

    SecondFactors(
            StaffAccountRepository accounts,
            RecoveryCodeRepository codes,
            SecretBox box,
            Clock clock,
            @Value("${balairung.sign-in.second-factor:required}") Policy policy) {
        this.accounts = accounts;
        this.codes = codes;
        this.box = box;
        this.clock = clock;
        this.policy = policy;
    }

    /** Nobody signs in before it is certain that the sealed secrets can be read. */
    @PostConstruct
    void prepareKey() {
        Optional<StaffAccount> sample = accounts.findFirstBySecondFactorIsNotNull();
        box.prepare(
                sample.flatMap(StaffAccount::secondFactor),
                sample.map(account -> context(account.principal().id())).orElse(""));
    }

    boolean isRequired(StaffAccount account) {
        return account.isSecondFactorRequired()
                || policy == Policy.REQUIRED
                        && switch (account.principal().role()) {
                            case MALL_ADMIN, MALL_HEAD, AGENCY_ADMIN -> true;
                            case OFFICER, FRONT_DESK -> false;
                        };
    }

    /** Takes a code of the person's phone; false when it is wrong or was taken before. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean take(StaffAccount account, String code) {
        StaffId staff = account.principal().id();
        OptionalLong step = account.secondFactor()
                .map(kept -> new OneTimeSecret(box.open(kept, context(staff))).stepOf(code, clock.instant()))
                .orElseGet(OptionalLong::empty);
        return step.isPresent() && accounts.take(staff.value(), step.getAsLong()) == 1;
    }

    /** Takes a recovery code; false when it is wrong or was taken before. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean takeRecoveryCode(StaffAccount account, String code) {
        StaffId staff = account.principal().id();
        return account.secondFactor().isPresent() && codes.use(staff.value(), digest(staff, code)) == 1;
    }

    /** Whether a code is one that a phone with this secret shows now. */
    boolean fits(OneTimeSecret secret, String code) {
        return secret.stepOf(code, clock.instant()).isPresent();
    }

    /**
     * Sets a second factor up.
     *
     * @param code what the person's phone shows
     * @return its recovery codes; none when the code is wrong
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<String> add(StaffAccount account, OneTimeSecret secret, String code) {
        OptionalLong step = secret.stepOf(code, clock.instant());
        if (step.isEmpty()) {
            return List.of();
        }
        account.addSecondFactor(
                box.seal(secret.bytes(), context(account.principal().id())), step.getAsLong());
        return newRecoveryCodes(account);
    }

    /** Makes new recovery codes; those from before are worth nothing any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<String> newRecoveryCodes(StaffAccount account) {
        StaffId staff = account.principal().id();
        codes.discard(staff.value());
        List<String> made =
                Stream.generate(this::randomCode).distinct().limit(CODES).toList();
        codes.saveAll(made.stream()
                .map(code -> new RecoveryCode(staff.value(), digest(staff, code)))
                .toList());
        return made;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(StaffAccount account) {
        codes.discard(account.principal().id().value());
        account.removeSecondFactor();
    }

    long recoveryCodesLeft(StaffId staff) {
        return codes.countByStaffId(staff.value());
    }

    private String randomCode() {
        String symbols = random.ints(CODE_LENGTH, 0, SYMBOLS.length())
                .mapToObj(index -> String.valueOf(SYMBOLS.charAt(index)))
                .collect(Collectors.joining());
        return symbols.replaceAll("(.{%d})(?=.)".formatted(CODE_GROUP), "$1-");
    }

    private byte[] digest(StaffId staff, String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return box.mark(PURPOSE, staff.value() + " " + plain);
    }

    private static String context(StaffId staff) {
        return "second factor of " + staff.value();
    }
}
