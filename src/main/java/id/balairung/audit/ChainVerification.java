package id.balairung.audit;

import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Walks the chains and says what is not as it was recorded. A finding names the place as closely as the chain tells: a changed row
 * breaks its own link only, for the next one is reckoned from the seal that is there.
 */
final class ChainVerification {

    /** So long an event may wait for its seal: its transaction, the sealer's pace, a restart. */
    static final Duration UNSEALED_FOR = Duration.ofMinutes(5);

    private static final long SPAN = 50_000;

    private final ChainRows rows;
    private final HeadsFile file;
    private final Clock clock;
    private final Duration patience;

    /**
     * A verification.
     *
     * @param patience how long what seems to be missing is waited for, since the application may be writing
     */
    ChainVerification(ChainRows rows, HeadsFile file, Clock clock, Duration patience) {
        this.rows = rows;
        this.file = file;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Something that is wrong.
     *
     * @param trail where; empty when it concerns the file as a whole
     * @param position where in the trail; 0 when that isn't known
     * @param event which event; 0 when that isn't known
     * @param what what is wrong
     */
    record Finding(Optional<AgencyId> trail, long position, long event, String what) {}

    /**
     * Looks at all trails.
     *
     * @param findings is told each thing that is wrong
     * @return how many sealed events were looked at
     */
    long verifyAll(Consumer<Finding> findings) {
        Optional<HeadsFile.Contents> heads = contents();
        Set<AgencyId> trails = new LinkedHashSet<>(rows.trails(AllAgencies.READ));
        boolean anySealed = !trails.isEmpty();
        heads.ifPresent(file -> file.heads().forEach(head -> trails.add(head.trail())));
        Consumer<String> ofTheFile = what -> findings.accept(new Finding(Optional.empty(), 0, 0, what));
        heads.ifPresentOrElse(contents -> verify(contents, ofTheFile), () -> {
            if (anySealed) {
                ofTheFile.accept(
                        "the heads file %s is missing: a chain that was shortened or sealed anew can't be told from a true one"
                                .formatted(file.path()));
            }
        });
        Map<AgencyId, Map<Long, Set<ChainHash>>> promised = promised(heads);
        long walked = 0;
        for (AgencyId trail : trails) {
            walked += verify(trail, promised.getOrDefault(trail, new TreeMap<>()), heads.isPresent(), findings);
        }
        unsealed(trails, true, findings);
        return walked;
    }

    /** Looks at these trails only. */
    void verify(Collection<AgencyId> trails, Consumer<Finding> findings) {
        Optional<HeadsFile.Contents> heads = contents();
        Map<AgencyId, Map<Long, Set<ChainHash>>> promised = promised(heads);
        trails.forEach(
                trail -> verify(trail, promised.getOrDefault(trail, new TreeMap<>()), heads.isPresent(), findings));
        unsealed(trails, false, findings);
    }

    private static void verify(HeadsFile.Contents contents, Consumer<String> findings) {
        contents.faults()
                .forEach(line -> findings.accept(
                        "line %d of the heads file was changed, or a line before it is gone".formatted(line)));
        if (contents.sealedBefore() > 0) {
            findings.accept(
                    "the heads file was begun anew at %s, when %d events were sealed already: what was done to them before that can't be excluded"
                            .formatted(contents.begun().map(Instant::toString).orElse("?"), contents.sealedBefore()));
        }
    }

    private long verify(
            AgencyId trail, Map<Long, Set<ChainHash>> promised, boolean withFile, Consumer<Finding> findings) {
        ChainHash before = ChainHash.NONE;
        long position = 0;
        long walked = 0;
        List<ChainRows.Sealed> page = rows.sealed(trail, 0);
        Optional<ChainRows.Sealed> firstBeyond = Optional.empty();
        long lastPromised =
                promised.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        while (!page.isEmpty()) {
            for (ChainRows.Sealed seal : page) {
                if (seal.position() != position + 1) {
                    findings.accept(new Finding(
                            Optional.of(trail),
                            position + 1,
                            0,
                            "seals are missing up to position " + (seal.position() - 1)));
                }
                link(trail, seal, before).ifPresent(findings);
                Set<ChainHash> said = promised.remove(seal.position());
                if (said != null && !said.equals(Set.of(seal.hash()))) {
                    findings.accept(
                            new Finding(
                                    Optional.of(trail),
                                    seal.position(),
                                    seal.event(),
                                    "the seal is not the one in the heads file: the chain was sealed anew, or the file was changed"));
                }
                if (seal.position() > lastPromised && firstBeyond.isEmpty()) {
                    firstBeyond = Optional.of(seal);
                }
                before = seal.hash();
                position = seal.position();
                walked++;
            }
            page = rows.sealed(trail, position);
        }
        if (!promised.isEmpty()) {
            findings.accept(new Finding(
                    Optional.of(trail),
                    position + 1,
                    0,
                    "the end is missing: the heads file knows position " + lastPromised));
        }
        if (withFile) {
            firstBeyond.ifPresent(seal -> beyond(trail, seal).ifPresent(findings));
        }
        return walked;
    }

    private static Map<AgencyId, Map<Long, Set<ChainHash>>> promised(Optional<HeadsFile.Contents> heads) {
        Map<AgencyId, Map<Long, Set<ChainHash>>> promised = new HashMap<>();
        heads.stream()
                .flatMap(contents -> contents.heads().stream())
                .forEach(head -> promised.computeIfAbsent(head.trail(), trail -> new TreeMap<>())
                        .merge(head.position(), Set.of(head.hash()), ChainVerification::both));
        return promised;
    }

    private static Set<ChainHash> both(Set<ChainHash> some, Set<ChainHash> others) {
        Set<ChainHash> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    private static Optional<Finding> link(AgencyId trail, ChainRows.Sealed seal, ChainHash before) {
        EventRow row = seal.row();
        if (row == null) {
            return Optional.of(new Finding(Optional.of(trail), seal.position(), seal.event(), "the event was deleted"));
        }
        if (!row.trail().equals(trail)) {
            return Optional.of(new Finding(
                    Optional.of(trail), seal.position(), seal.event(), "the event was moved to another trail"));
        }
        return before.followedBy(seal.position(), row).equals(seal.hash())
                ? Optional.empty()
                : Optional.of(new Finding(
                        Optional.of(trail),
                        seal.position(),
                        seal.event(),
                        "the event, its place or its seal was changed"));
    }

    /** The file ends before the chain does. Just now, that is the sealer at work. */
    private Optional<Finding> beyond(AgencyId trail, ChainRows.Sealed seal) {
        EventRow row = seal.row();
        if (row != null && isRecent(row.occurredAt())) {
            return Optional.empty();
        }
        await();
        boolean known = contents().stream()
                .flatMap(contents -> contents.heads().stream())
                .anyMatch(head -> head.trail().equals(trail) && head.position() >= seal.position());
        return known
                ? Optional.empty()
                : Optional.of(new Finding(
                        Optional.of(trail),
                        seal.position(),
                        seal.event(),
                        "the heads file ends before this position: lines at its end are missing"));
    }

    private void unsealed(Collection<AgencyId> trails, boolean others, Consumer<Finding> findings) {
        long highest = rows.highest(AllAgencies.READ);
        boolean awaited = false;
        for (long from = 0; from < highest; from += SPAN) {
            List<ChainRows.Unsealed> suspects = suspects(from, trails, others);
            if (!suspects.isEmpty() && !awaited) {
                await();
                awaited = true;
                suspects = suspects(from, trails, others);
            }
            suspects.forEach(event -> findings.accept(new Finding(
                    Optional.of(event.trail()),
                    0,
                    event.event(),
                    "the event was never sealed: it was added past Balairung")));
        }
    }

    private List<ChainRows.Unsealed> suspects(long from, Collection<AgencyId> trails, boolean others) {
        return rows.unsealed(AllAgencies.READ, from, from + SPAN).stream()
                .filter(event -> others || trails.contains(event.trail()))
                .filter(event -> !isRecent(event.at()))
                .toList();
    }

    private boolean isRecent(Instant at) {
        return Duration.between(at, clock.instant()).abs().compareTo(UNSEALED_FOR) <= 0;
    }

    private void await() {
        try {
            Thread.sleep(patience);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<HeadsFile.Contents> contents() {
        try {
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException("The heads file can't be read: " + file.path(), e);
        }
    }
}
