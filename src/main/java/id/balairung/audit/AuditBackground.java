package id.balairung.audit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Writes at a steady pace what nobody waits for: counted refusals, delayed readings, and then the seals. */
@Component
class AuditBackground implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditBackground.class);
    private static final Duration LAST_ROUND_WITHIN = Duration.ofSeconds(5);

    private final Sealer sealer;
    private final LaterEvents later;
    private final Refusals refusals;
    private final SignInRecords signIns;
    private final Duration pace;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile CountDownLatch ended = new CountDownLatch(0);

    AuditBackground(
            Sealer sealer,
            LaterEvents later,
            Refusals refusals,
            SignInRecords signIns,
            @Value("${balairung.audit.pace:1s}") Duration pace) {
        this.sealer = sealer;
        this.later = later;
        this.refusals = refusals;
        this.signIns = signIns;
        this.pace = pace;
    }

    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        stopping = stop;
        ended = end;
        Thread.ofVirtual().name("audit").start(() -> follow(stop, end));
    }

    /** What was done until now is sealed before the database is let go. */
    @Override
    public void stop() {
        stopping.countDown();
        try {
            if (!ended.await(LAST_ROUND_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The last events are not sealed yet; that is done at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    /** Before the web server starts, and after it has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void follow(CountDownLatch stop, CountDownLatch end) {
        boolean reachable = true;
        boolean last = false;
        try {
            while (!last) {
                last = stop.await(pace.toMillis(), TimeUnit.MILLISECONDS);
                try {
                    round();
                    reachable = true;
                } catch (RuntimeException gone) {
                    if (reachable && !last) {
                        LOG.warn("The trails can't be sealed", gone);
                    }
                    reachable = false;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            end.countDown();
        }
    }

    private void round() {
        try {
            refusals.flush();
            signIns.flush();
            later.flush();
        } finally {
            sealer.round();
        }
    }
}
