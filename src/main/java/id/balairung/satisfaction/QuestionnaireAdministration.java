package id.balairung.satisfaction;

import id.balairung.agency.CurrentMall;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InputFault;
import id.balairung.common.InvalidInput;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The versions of the questionnaire, as the mall's admin plans them. Each begins on the first of a month to come, so that no period is
 * ever asked about in another way than it was: a version whose month has begun stays as it is.
 */
@Service
@RolesAllowed(Role.MALL_ADMIN_ROLE)
public class QuestionnaireAdministration {

    private final QuestionnaireRows rows;
    private final Questionnaires questionnaires;
    private final StaffNames names;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final Reauthentication reauthentication;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    QuestionnaireAdministration(
            QuestionnaireRows rows,
            Questionnaires questionnaires,
            StaffNames names,
            CurrentMall mall,
            CurrentStaff currentStaff,
            Reauthentication reauthentication,
            AuditTrail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.questionnaires = questionnaires;
        this.names = names;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.reauthentication = reauthentication;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All versions, the one that begins last first. */
    public List<QuestionnaireVersion> versions() {
        LocalDate today = mall.today().date();
        return transaction.execute(status -> {
            Map<Integer, QuestionnaireRows.Made> made = rows.made(AllAgencies.READ);
            Map<StaffId, String> who = names.of(made.values().stream()
                    .flatMap(each -> each.by().stream())
                    .distinct()
                    .toList());
            return rows.all(AllAgencies.READ).stream()
                    .sorted((one, other) -> other.validFrom().compareTo(one.validFrom()))
                    .map(version -> version(version, Objects.requireNonNull(made.get(version.version())), who, today))
                    .toList();
        });
    }

    private static QuestionnaireVersion version(
            Questionnaire version, QuestionnaireRows.Made made, Map<StaffId, String> who, LocalDate today) {
        return new QuestionnaireVersion(
                version, version.validFrom().isAfter(today), made.by().map(who::get), made.at());
    }

    /**
     * Adds a version.
     *
     * @param draft what was filled in
     * @return its number
     * @throws InvalidInput when it can't be taken
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    public int add(QuestionnaireDraft draft) {
        draft.check(mall.today().date()).orThrow();
        reauthentication.requireFresh();
        int added = saved(() -> {
            List<Questionnaire> known = rows.lock(AllAgencies.READ);
            int number = known.stream().mapToInt(Questionnaire::version).max().orElse(0) + 1;
            insert(draft.questionnaire(number), Map.of());
            return number;
        });
        questionnaires.forget();
        return added;
    }

    /**
     * Changes a version that hasn't begun.
     *
     * @param version its number
     * @param madeAt when what the form was filled with was saved
     * @param draft what was filled in
     * @throws InvalidInput when it can't be taken
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when there is no such version, or its month has begun
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    public void change(int version, Instant madeAt, QuestionnaireDraft draft) {
        draft.check(mall.today().date()).orThrow();
        reauthentication.requireFresh();
        saved(() -> {
            Questionnaire before = requireChangeable(version, madeAt);
            rows.delete(AllAgencies.READ, version);
            insert(draft.questionnaire(version), facts(before));
            return version;
        });
        questionnaires.forget();
    }

    /**
     * Takes a version out that hasn't begun.
     *
     * @param version its number
     * @param madeAt when what is on the screen was saved
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when there is no such version, or its month has begun
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    public void delete(int version, Instant madeAt) {
        reauthentication.requireFresh();
        transaction.executeWithoutResult(status -> {
            Questionnaire before = requireChangeable(version, madeAt);
            rows.delete(AllAgencies.READ, version);
            record(version, facts(before), Map.of());
        });
        questionnaires.forget();
    }

    private interface Saving {
        int save();
    }

    /** Two can't begin on the same day: whoever comes second is told at that field. */
    private int saved(Saving saving) {
        try {
            return transaction.execute(status -> saving.save());
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput(List.of(new InputFault("from", "satisfaction.refused.from-taken", List.of())));
        }
    }

    private void insert(Questionnaire version, Map<String, String> before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.insert(AllAgencies.READ, version, currentStaff.require().id(), now);
        record(version.version(), before, facts(version));
    }

    private Questionnaire requireChangeable(int version, Instant madeAt) {
        Questionnaire present = rows.lock(AllAgencies.READ).stream()
                .filter(known -> known.version() == version)
                .findFirst()
                .orElseThrow(() -> new BusinessRuleViolation("satisfaction.refused.no-such-version"));
        QuestionnaireRows.Made made =
                Objects.requireNonNull(rows.made(AllAgencies.READ).get(version));
        if (!made.at().equals(madeAt)) {
            throw new ChangedMeanwhile(
                    made.by()
                            .map(by -> names.of(List.of(by)).getOrDefault(by, ""))
                            .orElse("Balairung"),
                    LocalDateTime.ofInstant(made.at(), mall.rules().zone()));
        }
        if (!present.validFrom().isAfter(mall.today().date())) {
            throw new BusinessRuleViolation("satisfaction.refused.version-begun");
        }
        return present;
    }

    private void record(int version, Map<String, String> before, Map<String, String> after) {
        trail.record(AuditEvent.ofMall(AuditKind.QUESTIONNAIRE_CHANGED, String.valueOf(version))
                .changing(before, after));
    }

    private static Map<String, String> facts(Questionnaire version) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("validFrom", version.validFrom().toString());
        facts.put(
                "unsur",
                version.unsur().stream()
                        .map(unsur -> unsur.code() + " " + unsur.weight())
                        .collect(Collectors.joining(", ")));
        return facts;
    }
}
