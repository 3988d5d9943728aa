package id.balairung.history.ui;

import id.balairung.common.ui.KeyedPages;
import id.balairung.history.HistoryEntry;
import id.balairung.history.HistoryKey;
import id.balairung.history.HistoryOrder;
import id.balairung.history.HistoryTotal;
import id.balairung.history.ServiceHistory;
import id.balairung.queue.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.QueryTimeoutException;

/**
 * The turns that a query finds, as a grid asks for them: those under way on top of the newest, then those that have ended, page by
 * page. Its head is what was read when it was made, so that no row moves under the reader by itself.
 */
final class LazyTurns {

    /** So many rows the grid asks for at once. */
    static final int PAGE = 50;

    private final List<HistoryEntry> head;
    private final int underWay;
    private final int unsettled;
    private final int openOverTarget;
    private final HistoryTotal total;
    private final Consumer<LazyTurns> whenRead;
    private final Runnable whenTooLong;
    private final int leftOut;
    private int read;
    private boolean ended;
    private boolean brokenOff;
    private final Optional<KeyedPages<HistoryEntry, HistoryKey>> beyond;

    /**
     * A turn, whatever becomes of it.
     *
     * @param ticket whose turn
     * @param turn which
     */
    record TurnId(TicketId ticket, int turn) {

        static TurnId of(HistoryEntry entry) {
            return new TurnId(entry.key().ticket(), entry.key().turn());
        }
    }

    /**
     * Reads the first of them.
     *
     * @param whenRead is told when more was read
     * @param whenTooLong is run when a later page isn't found in time; none comes after it then
     * @throws QueryTimeoutException when that is so for the first
     */
    LazyTurns(ServiceHistory history, HistoryQuery query, Consumer<LazyTurns> whenRead, Runnable whenTooLong) {
        this.whenRead = whenRead;
        this.whenTooLong = whenTooLong;
        // First, for what ends meanwhile is then found twice rather than nowhere.
        List<HistoryEntry> goingOn = history.underWay(query.filter());
        List<HistoryEntry> page = history.page(query.filter(), query.order(), Optional.empty(), PAGE);
        Set<TurnId> over = page.stream().map(TurnId::of).collect(Collectors.toSet());
        boolean onTop = query.order() == HistoryOrder.NEWEST_FIRST;
        List<HistoryEntry> top = goingOn.stream()
                .filter(turn -> onTop && !over.contains(TurnId.of(turn)))
                .toList();
        this.leftOut = onTop ? 0 : goingOn.size();
        this.head = Stream.concat(top.stream(), page.stream()).toList();
        this.underWay = top.size();
        this.unsettled = (int) top.stream().filter(HistoryEntry::unsettled).count();
        this.openOverTarget = query.filter().figure().waiting().isPresent()
                ? (int) top.stream().filter(HistoryEntry::overTarget).count()
                : history.underWay(query.overTarget(true).filter()).size();
        // A page that isn't full is all there is.
        this.total = page.size() < PAGE ? counted(page) : atLeast(page, history.total(query.filter()));
        this.read = head.size();
        this.beyond = page.size() < PAGE
                ? Optional.empty()
                : Optional.of(new KeyedPages<>(
                        (after, limit) -> history.page(query.filter(), query.order(), after, limit),
                        HistoryEntry::key,
                        Optional.of(page.getLast().key())));
    }

    private static HistoryTotal counted(List<HistoryEntry> ended) {
        return new HistoryTotal(ended.size(), false, (int)
                ended.stream().filter(HistoryEntry::overTarget).count());
    }

    /** What was read is there, however few were counted in the time. */
    private static HistoryTotal atLeast(List<HistoryEntry> ended, HistoryTotal total) {
        return total.turns() < ended.size() && total.more()
                ? new HistoryTotal(ended.size(), true, counted(ended).overTarget())
                : total;
    }

    /** The first rows. */
    List<HistoryEntry> head() {
        return head;
    }

    boolean isEmpty() {
        return head.isEmpty();
    }

    /** How many have ended, as far as is counted. */
    HistoryTotal total() {
        return total;
    }

    /** How many rows on top haven't ended. */
    int underWay() {
        return underWay;
    }

    /** How many of those are of days that are over. */
    int unsettled() {
        return unsettled;
    }

    /** How many are under way and aren't among the rows, since the oldest come first. */
    int leftOut() {
        return leftOut;
    }

    /** Whether all of them were read, as far as is known. */
    boolean isAllRead() {
        return ended || !total.more() && read >= rows();
    }

    /** How many rows were read, from the first one on. */
    int read() {
        return read;
    }

    /** How many missed their target, as far as is counted: those too that wait beyond it now, whether or not they are among the rows. */
    int overTarget() {
        return total.overTarget() + openOverTarget;
    }

    /** How many rows there are; where there are more than is counted, as many as are known of. */
    int rows() {
        return Math.max(head.size(), total.turns() + underWay);
    }

    List<HistoryEntry> fetch(int offset, int limit) {
        int end = offset + limit;
        int known = head.size();
        List<HistoryEntry> first = head.subList(Math.min(offset, known), Math.min(end, known));
        if (end <= known || beyond.isEmpty() || brokenOff) {
            return first;
        }
        int from = Math.max(offset, known);
        try {
            List<HistoryEntry> further = beyond.get().fetch(from - known, end - from);
            // Far beyond the last there is none either; that doesn't tell which is the last.
            if (!further.isEmpty()) {
                tellRead(from + further.size(), further.size() < end - from);
            }
            return Stream.concat(first.stream(), further.stream()).toList();
        } catch (QueryTimeoutException tooLong) {
            brokenOff = true;
            whenTooLong.run();
            return first;
        }
    }

    private void tellRead(int rows, boolean last) {
        if (rows > read || last && !ended) {
            read = Math.max(read, rows);
            ended = last || ended;
            whenRead.accept(this);
        }
    }
}
