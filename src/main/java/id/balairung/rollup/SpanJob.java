package id.balairung.rollup;

import id.balairung.agency.CurrentMall;
import id.balairung.common.PacedJob;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts together what is due, no more than {@value #MOST} months or years in a round. */
@Component
class SpanJob extends PacedJob {

    private static final int MOST = 5;

    private final SpanBuilder builder;
    private final CurrentMall mall;

    SpanJob(SpanBuilder builder, CurrentMall mall, @Value("${balairung.rollup.pace:5s}") Duration pace) {
        super("rollups", pace, "Months and years can't be added up");
        this.builder = builder;
        this.mall = mall;
    }

    @Override
    protected void round() {
        if (mall.find().isPresent()) {
            int built = 0;
            while (built < MOST && builder.buildNext()) {
                built++;
            }
        }
    }
}
