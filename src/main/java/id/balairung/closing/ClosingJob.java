package id.balairung.closing;

import id.balairung.agency.CurrentMall;
import id.balairung.common.PacedJob;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Builds the reports of days that are over: soon after midnight, soon after a day changed and, after a pause or for years brought
 * in from elsewhere, the newest days first and no more than {@value #MOST} in a round, so that the counters don't notice.
 */
@Component
class ClosingJob extends PacedJob {

    private static final int MOST = 20;

    private final DayCloser closer;
    private final MallCloser mallCloser;
    private final CurrentMall mall;

    ClosingJob(
            DayCloser closer,
            MallCloser mallCloser,
            CurrentMall mall,
            @Value("${balairung.closing.pace:2s}") Duration pace) {
        super("daily-closing", pace, "The daily reports can't be built");
        this.closer = closer;
        this.mallCloser = mallCloser;
        this.mall = mall;
    }

    @Override
    protected void round() {
        if (mall.find().isEmpty()) {
            return;
        }
        closer.search();
        int built = 0;
        while (built < MOST && closer.closeNext()) {
            built++;
        }
        int reckoned = 0;
        while (reckoned < MOST && mallCloser.closeNext()) {
            reckoned++;
        }
    }
}
