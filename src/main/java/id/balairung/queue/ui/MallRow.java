package id.balairung.queue.ui;

import id.balairung.agency.AgencySummary;
import id.balairung.queue.AgencyOverview;
import id.balairung.queue.AgencyOverview.Trouble;
import id.balairung.queue.ServiceFigures;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.util.Optional;

/**
 * An agency's row on the head's page: only what is shown, so that an unchanged row is an equal one.
 *
 * @param agency the agency
 * @param trouble how urgently somebody should look
 * @param alerts how many alerts last
 * @param waiting how many wait
 * @param over how many of them beyond their target
 * @param worstNumber the number with the least time left; empty when nobody waits
 * @param worstSince since when that one waits
 * @param worstTargetMinutes its target wait
 * @param open how many counters are open
 * @param counters how many there are
 * @param onBreak how many of the open ones are on a break
 * @param arrivals numbers issued today
 * @param finished numbers finished today
 * @param within the share within target in percent; empty when there is none yet
 * @param judged how many turns that share is about
 */
record MallRow(
        AgencySummary agency,
        Trouble trouble,
        int alerts,
        int waiting,
        int over,
        String worstNumber,
        Optional<Instant> worstSince,
        long worstTargetMinutes,
        int open,
        int counters,
        int onBreak,
        int arrivals,
        int finished,
        Optional<Integer> within,
        int judged) {

    static MallRow of(AgencySummary agency, AgencyOverview overview) {
        ServiceFigures figures = overview.figures();
        return new MallRow(
                agency,
                overview.trouble(),
                overview.board().alerts().size(),
                overview.waiting(),
                overview.over(),
                overview.worst()
                        .map(worst -> worst.ticket().number().toString())
                        .orElse(""),
                overview.worst().map(worst -> worst.ticket().queuedAt()),
                overview.worst().map(worst -> worst.target().toMinutes()).orElse(0L),
                overview.open(),
                overview.board().counters().counters().size(),
                overview.onBreak(),
                figures.arrivals(),
                figures.finished(),
                figures.withinTargetPercent(),
                figures.judged());
    }

    AgencyId id() {
        return agency.id();
    }
}
