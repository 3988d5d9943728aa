package id.balairung.rollup;

import id.balairung.closing.DayArchive;
import id.balairung.closing.DayBounds;
import id.balairung.closing.DayTurn;
import id.balairung.counter.OpenStretches;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a day's figures with its report: what was kept before is replaced, however often that is done. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DayKeeper implements DayArchive {

    private final RollupRows rows;
    private final SpanRows spans;
    private final OpenStretches open;

    DayKeeper(RollupRows rows, SpanRows spans, OpenStretches open) {
        this.rows = rows;
        this.spans = spans;
        this.open = open;
    }

    @Override
    public void keep(AgencyId agency, DayBounds day, List<DayTurn> turns) {
        rows.keep(agency, day.day(), DayRollup.of(day, turns, open.between(agency, day.begin(), day.until())));
        spans.changed(AllAgencies.READ, day.day());
    }
}
