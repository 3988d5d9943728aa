package id.balairung.closing;

import id.balairung.tenancy.AgencyId;
import java.util.List;

/** Keeps what else is reckoned from a day's turns, in the transaction that builds its report. Implemented by the rollups. */
public interface DayArchive {

    /**
     * Keeps a day, in the place of what was kept of it.
     *
     * @param agency whose
     * @param day a day that is over
     * @param turns all of its turns; none when nobody came, or there is nothing any more of what had been brought in
     */
    void keep(AgencyId agency, DayBounds day, List<DayTurn> turns);
}
