package id.balairung.audit;

import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells at the console whether the trails are as they were recorded: {@code ./balairung audit verify}. */
public final class TrailVerification {

    private static final int MOST_LINES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ChainRows rows;
    private final HeadsFile heads;
    private final Clock clock;

    /**
     * A verification. It reads only.
     *
     * @param jdbc the database
     * @param heads the file with the chains' ends
     * @param clock what time it is
     */
    public TrailVerification(JdbcClient jdbc, Path heads, Clock clock) {
        this.rows = new ChainRows(jdbc);
        this.heads = new HeadsFile(heads);
        this.clock = clock;
    }

    /**
     * Walks all trails and prints what is wrong where.
     *
     * @param out where to print
     * @return whether nothing is wrong
     */
    public boolean print(PrintStream out) {
        Map<AgencyId, String> codes = rows.codes(AllAgencies.READ);
        AtomicInteger findings = new AtomicInteger();
        long began = System.nanoTime();
        long walked = new ChainVerification(rows, heads, clock, PATIENCE).verifyAll(finding -> {
            if (findings.incrementAndGet() <= MOST_LINES) {
                out.println(line(finding, codes));
            }
        });
        if (findings.get() > MOST_LINES) {
            out.println("... and %d more".formatted(findings.get() - MOST_LINES));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        out.println(
                findings.get() == 0
                        ? "The audit trail is untouched: %,d events in %.1f s.".formatted(walked, seconds)
                        : "The audit trail was tampered with: %,d findings in %,d events."
                                .formatted(findings.get(), walked));
        return findings.get() == 0;
    }

    private static String line(ChainVerification.Finding finding, Map<AgencyId, String> codes) {
        StringBuilder line = new StringBuilder();
        finding.trail()
                .ifPresent(trail -> line.append("trail ")
                        .append(
                                trail.equals(AuditTrail.MALL)
                                        ? "of the mall"
                                        : codes.getOrDefault(trail, trail.toString())));
        if (finding.position() > 0) {
            line.append(", position ").append(finding.position());
        }
        if (finding.event() > 0) {
            line.append(", event ").append(finding.event());
        }
        return line.append(line.isEmpty() ? "" : ": ").append(finding.what()).toString();
    }
}
