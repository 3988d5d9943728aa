package id.balairung.agency;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InvalidInput;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** The agencies of the mall, as its admin keeps them. Code and letters are fixed: numbers that were given out bear them. */
@Service
public class AgencyRegister {

    private final AgencyRepository agencies;
    private final TodaysTickets tickets;
    private final CurrentMall mall;
    private final Editor editor;

    AgencyRegister(AgencyRepository agencies, TodaysTickets tickets, CurrentMall mall, Editor editor) {
        this.agencies = agencies;
        this.tickets = tickets;
        this.mall = mall;
        this.editor = editor;
    }

    /** Every agency, suspended ones too, by name. */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public List<AgencyDetails> all() {
        return editor.read(() -> agencies.findAll().stream()
                .map(Agency::details)
                .sorted(Comparator.comparing(AgencyDetails::name))
                .toList());
    }

    /**
     * Adds an agency without services and hours; its own admin adds them.
     *
     * @param draft what was typed
     * @return the new agency
     * @throws InvalidInput when it can't be taken
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public AgencyId add(AgencyDraft draft) {
        draft.check().orThrow();
        editor.requireProof();
        AgencyId id = AgencyId.next();
        return editor.change(id, () -> {
            draft.check()
                    .that(!agencies.existsByCode(draft.code()), "code", "agency.refused.code-taken")
                    .that(!agencies.existsByLetters(draft.letters()), "letters", "agency.refused.letters-taken")
                    .orThrow();
            Agency agency = new Agency(id, draft.code(), draft.letters(), draft.name());
            agency.rename(draft.name(), editor.signature());
            agencies.saveAndFlush(agency);
            editor.record(AuditEvent.of(AuditKind.AGENCY_CREATED, id, label(agency))
                    .with("code", draft.code())
                    .with("letters", draft.letters())
                    .with("name", draft.name()));
            return id;
        });
    }

    /**
     * Renames an agency.
     *
     * @param id the agency
     * @param version the version that the form was filled with
     * @param name its new name
     * @throws InvalidInput when the name can't be taken
     * @throws ChangedMeanwhile when somebody else changed it
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public void rename(AgencyId id, int version, String name) {
        editor.change(id, () -> {
            Agency agency = inVersion(id, version);
            AgencyDraft draft = new AgencyDraft(agency.code(), agency.letters(), name);
            draft.check().orThrow();
            String before = agency.name();
            agency.rename(draft.name(), editor.signature());
            editor.record(AuditEvent.of(AuditKind.AGENCY_CHANGED, id, label(agency))
                    .changing(Map.of("name", before), Map.of("name", draft.name())));
            return id;
        });
    }

    /**
     * Suspends an agency: it takes no new numbers, its staff can't sign in, and their open screens close.
     *
     * @param id the agency
     * @param version the version that was shown
     * @throws ChangedMeanwhile when somebody else changed it
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public void suspend(AgencyId id, int version) {
        editor.requireProof();
        Supplier<AgencyId> suspension = () -> {
            Agency agency = inVersion(id, version);
            agency.suspend(editor.signature(), editor.now());
            editor.record(AuditEvent.of(AuditKind.AGENCY_SUSPENDED, id, label(agency))
                    .with("openTickets", String.valueOf(tickets.openAt(id, mall.today()))));
            return id;
        };
        editor.change(id, suspension, new AgencySuspended(id));
    }

    /**
     * Lets a suspended agency take part again.
     *
     * @param id the agency
     * @param version the version that was shown
     * @throws ChangedMeanwhile when somebody else changed it
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public void resume(AgencyId id, int version) {
        editor.requireProof();
        editor.change(id, () -> {
            Agency agency = inVersion(id, version);
            agency.resume(editor.signature());
            editor.record(AuditEvent.of(AuditKind.AGENCY_RESUMED, id, label(agency)));
            return id;
        });
    }

    /** How many of an agency's tickets of today still wait, are held, called or being served. */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public int openToday(AgencyId id) {
        return tickets.openAt(id, mall.today());
    }

    private Agency inVersion(AgencyId id, int version) {
        Agency agency = agencies.findLockedById(id.value())
                .orElseThrow(() -> new BusinessRuleViolation("agency.refused.no-such-agency"));
        editor.requireVersion(agency.lastChange(), Objects.requireNonNull(agency.version()), version);
        return agency;
    }

    private static String label(Agency agency) {
        return agency.letters() + " " + agency.name();
    }
}
