package id.balairung.agency;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InvalidInput;
import id.balairung.common.ServiceDay;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** The mall's name, zone and rules, as its admin sets them. */
@Service
public class MallSettings {

    private final MallRepository malls;
    private final TodaysTickets tickets;
    private final CurrentMall mall;
    private final Editor editor;

    MallSettings(MallRepository malls, TodaysTickets tickets, CurrentMall mall, Editor editor) {
        this.malls = malls;
        this.tickets = tickets;
        this.mall = mall;
        this.editor = editor;
    }

    /** The settings as they are stored. */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public MallDetails read() {
        return editor.read(() -> {
            Mall present = malls.findById(Mall.ID).orElseThrow();
            return new MallDetails(present.rules(), Objects.requireNonNull(present.version()));
        });
    }

    /**
     * Changes the settings. The zone can't be changed while there are numbers of today, or of what would be today: their day
     * would be another one.
     *
     * @param version the version that the form was filled with
     * @param draft what was typed
     * @throws InvalidInput when it can't be taken
     * @throws ChangedMeanwhile when somebody else changed them
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public void change(int version, MallDraft draft) {
        draft.check().orThrow();
        editor.requireProof();
        editor.changeForAll(() -> {
            Mall present = malls.findLockedById(Mall.ID).orElseThrow();
            editor.requireVersion(present.lastChange(), present.version(), version);
            MallRules before = present.rules();
            MallRules after = draft.rules();
            draft.check()
                    .that(
                            before.zone().equals(after.zone())
                                    || !tickets.anyOn(mall.today())
                                            && !tickets.anyOn(ServiceDay.of(editor.now(), after.zone())),
                            "zone",
                            "agency.refused.zone-today")
                    .orThrow();
            present.follow(after);
            present.changed(editor.signature());
            editor.record(AuditEvent.ofMall(AuditKind.MALL_CHANGED, after.name())
                    .changing(MallDetails.facts(before), MallDetails.facts(after)));
            return after;
        });
    }
}
