package id.balairung.closing;

import id.balairung.agency.CurrentMall;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The turns of days that aren't built yet, for those who want to be right at this moment. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class DayTurns {

    private final TurnsOfDay turns;
    private final DueDays due;
    private final CurrentMall mall;
    private final Clock clock;

    DayTurns(TurnsOfDay turns, DueDays due, CurrentMall mall, Clock clock) {
        this.turns = turns;
        this.due = due;
        this.mall = mall;
        this.clock = clock;
    }

    /**
     * A day that isn't built, or no longer as it is.
     *
     * @param agency whose
     * @param day which
     */
    public record Unbuilt(AgencyId agency, LocalDate day) {}

    /**
     * All turns of an agency's day, the open ones included.
     *
     * @param agency whose
     * @param day which
     */
    public List<DayTurn> of(AgencyId agency, DayBounds day) {
        return turns.read(agency, day.day(), day.zone());
    }

    /**
     * All turns of a day by agency; those without any are missing.
     *
     * @param everyAgency says so
     * @param day which
     */
    public Map<AgencyId, List<DayTurn>> of(AllAgencies everyAgency, DayBounds day) {
        return turns.read(everyAgency, day.day(), day.zone());
    }

    /**
     * Which days are over and due to be built, or weren't looked at since they ended, as the first ones of a new agency.
     *
     * @param agency whose
     * @param from the first day
     * @param to the last one, before today
     * @param most no more than these, the newest first
     */
    public List<Unbuilt> unbuilt(AgencyId agency, LocalDate from, LocalDate to, int most) {
        return due.unbuilt(agency, from, to, mall.rules().zone(), clock.instant(), most);
    }

    /** The same of every agency. */
    public List<Unbuilt> unbuilt(AllAgencies everyAgency, LocalDate from, LocalDate to, int most) {
        return due.unbuilt(everyAgency, from, to, mall.rules().zone(), clock.instant(), most);
    }

    /**
     * How many days are over and due to be built.
     *
     * @param agency whose
     * @param from the first day
     * @param to the last one, before today
     */
    public int due(AgencyId agency, LocalDate from, LocalDate to) {
        return due.due(agency, from, to);
    }

    /** The same of every agency: a day that is due for several counts once. */
    public int due(AllAgencies everyAgency, LocalDate from, LocalDate to) {
        return due.due(everyAgency, from, to);
    }

    /**
     * Before which day it wasn't looked yet for days to be built.
     *
     * @param agency whose
     * @return empty when nothing lies before
     */
    public Optional<LocalDate> searchedFrom(AgencyId agency) {
        return due.searchedFrom(agency);
    }

    /** The same of every agency: the latest of theirs. */
    public Optional<LocalDate> searchedFrom(AllAgencies everyAgency) {
        return due.searchedFrom(everyAgency);
    }
}
