package id.balairung.agency;

import id.balairung.common.InputCheck;
import id.balairung.common.TypedText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The mall's settings as they are typed in. The ranges are those of the table.
 *
 * @param name the mall's name
 * @param zone the id of its zone, e.g. Asia/Makassar
 * @param recallsBeforeNoShow how often a ticket is recalled before it may be a no-show, 0 to 9
 * @param recallCooldown the least seconds between two calls of one ticket, 0 to 900
 * @param lateReturn how many minutes after a no-show one may queue again, 0 to 480
 * @param priorityRate how fast a priority class earns its turn in percent, 100 to 1000
 * @param vulnerableMaximum the minutes after which a priority class goes first, 1 to 240
 */
public record MallDraft(
        String name,
        String zone,
        @Nullable Integer recallsBeforeNoShow,
        @Nullable Integer recallCooldown,
        @Nullable Integer lateReturn,
        @Nullable Integer priorityRate,
        @Nullable Integer vulnerableMaximum) {

    private static final int LONGEST_NAME = 120;

    /** Strips what was typed. */
    public MallDraft {
        name = name.strip();
        zone = zone.strip();
    }

    InputCheck check() {
        InputCheck check = new InputCheck()
                .words(new TypedText(name), LONGEST_NAME, "name")
                .that(isZone(zone), "zone", "agency.refused.zone");
        range(check, recallsBeforeNoShow, 0, 9, "recallsBeforeNoShow");
        range(check, recallCooldown, 0, 900, "recallCooldown");
        range(check, lateReturn, 0, 480, "lateReturn");
        range(check, priorityRate, 100, 1_000, "priorityRate");
        range(check, vulnerableMaximum, 1, 240, "vulnerableMaximum");
        return check;
    }

    /** The rules; only after {@link #check}. */
    MallRules rules() {
        return new MallRules(
                name,
                ZoneId.of(zone),
                ServiceDraft.minutes(recallsBeforeNoShow),
                Duration.ofSeconds(ServiceDraft.minutes(recallCooldown)),
                Duration.ofMinutes(ServiceDraft.minutes(lateReturn)),
                ServiceDraft.minutes(priorityRate),
                Duration.ofMinutes(ServiceDraft.minutes(vulnerableMaximum)));
    }

    private static void range(InputCheck check, @Nullable Integer number, int least, int most, String field) {
        check.that(number != null && number >= least && number <= most, field, "agency.refused.range", least, most);
    }

    private static boolean isZone(String id) {
        try {
            return id.contains("/") && !ZoneId.of(id).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
