package id.balairung.dashboard;

import id.balairung.agency.CurrentMall;
import id.balairung.common.PacedJob;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the reports ready, the newest first and no more than {@value #MOST} in a round, so that the counters don't notice. */
@Component
class PeriodReportJob extends PacedJob {

    private static final int MOST = 4;

    private final PeriodReportMaker maker;
    private final CurrentMall mall;

    PeriodReportJob(PeriodReportMaker maker, CurrentMall mall, @Value("${balairung.reports.pace:10s}") Duration pace) {
        super("reports", pace, "The monthly and yearly reports can't be made");
        this.maker = maker;
        this.mall = mall;
    }

    @Override
    protected void round() {
        if (mall.find().isPresent()) {
            maker.plan();
            int made = 0;
            while (made < MOST && maker.makeNext()) {
                made++;
            }
        }
    }
}
