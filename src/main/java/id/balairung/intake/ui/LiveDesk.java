package id.balairung.intake.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import id.balairung.intake.DeskOffer;
import id.balairung.intake.FrontDesk;
import id.balairung.intake.WishAnswer;
import id.balairung.queue.MallQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One screen's desk: carries out what the person does and keeps what the screen shows. It stays with the screen, so a view
 * that is built anew, as in another language, shows the same visit. Used under the session's lock.
 */
class LiveDesk {

    private final FrontDesk frontDesk;
    private final ValueSignal<DeskState> state;

    private LiveDesk(FrontDesk frontDesk, MallQueue queue) {
        this.frontDesk = frontDesk;
        this.state = new ValueSignal<>(DeskState.of(frontDesk.offers(queue.asOf()), queue));
    }

    /**
     * The screen's desk: the one it has, or a new one.
     *
     * @param screen the screen
     * @param frontDesk what issues
     * @param queue how many wait now
     */
    static LiveDesk of(UI screen, FrontDesk frontDesk, MallQueue queue) {
        LiveDesk kept = ComponentUtil.getData(screen, LiveDesk.class);
        if (kept == null) {
            LiveDesk begun = new LiveDesk(frontDesk, queue);
            ComponentUtil.setData(screen, LiveDesk.class, begun);
            return begun;
        }
        kept.receive(queue, frontDesk.offers(queue.asOf()));
        return kept;
    }

    /** What the screen shows. */
    Signal<DeskState> state() {
        return state.asReadonly();
    }

    /** What the screen shows at this moment, for a listener. */
    DeskState now() {
        return state.peek();
    }

    /**
     * Takes what the feed tells.
     *
     * @param queue the counts
     * @param offers what the mall offers now
     */
    void receive(MallQueue queue, List<DeskOffer> offers) {
        change(before -> before.counting(queue).offering(offers));
    }

    /**
     * The database doesn't answer.
     *
     * @param since from when the counts are
     */
    void interrupt(Instant since) {
        change(before -> before.interruptedFrom(since));
    }

    /** Adds a service to the visit; when the visit has all it wanted, to a new one. */
    void add(DeskOffer offer) {
        if (now().done()) {
            newVisit();
        }
        change(before -> {
            List<BasketRow> rows = new ArrayList<>(before.basket());
            rows.add(BasketRow.of(offer));
            return before.wishing(List.copyOf(rows));
        });
    }

    void remove(BasketRow gone) {
        change(before -> before.wishing(before.basket().stream()
                .filter(row -> !row.wish().equals(gone.wish()))
                .toList()));
    }

    /** Keeps what is filled in about the visitor, right or wrong. */
    void fillIn(VisitDraft typed) {
        change(before -> before.filledIn(typed));
    }

    /** Issues what the visit wants. What was refused stays, with the reason. */
    void issue(VisitDraft draft) {
        DeskState before = now();
        List<WishAnswer> answers = frontDesk.issue(
                before.visit(),
                !before.issued().isEmpty(),
                before.basket().stream().map(BasketRow::wish).toList(),
                draft.priorityClass(),
                draft.visitor());
        List<BasketRow> left = new ArrayList<>();
        List<PrintedTicket> tickets = new ArrayList<>(before.issued());
        for (int index = 0; index < answers.size(); index++) {
            BasketRow row = before.basket().get(index);
            switch (answers.get(index)) {
                case WishAnswer.Issued issued ->
                    tickets.add(PrintedTicket.of(
                            issued,
                            row.offer(),
                            before.queue().estimateAt(row.wish().service()),
                            draft.visitor().name()));
                case WishAnswer other -> left.add(row.answered(other));
            }
        }
        change(present -> present.after(List.copyOf(left), List.copyOf(tickets)));
    }

    /** More services come for a visit that had all it wanted. */
    void extend() {
        change(DeskState::extended);
    }

    /** Leaves the visit for a new one. */
    void newVisit() {
        change(DeskState::newVisit);
    }

    /** Takes a visit up again that was left too early, unless something was done for the next one since. */
    void backAt(DeskState left) {
        if (now().untouched()) {
            change(present -> present.backAt(left));
        }
    }

    private void change(UnaryOperator<DeskState> step) {
        state.set(step.apply(now()));
    }
}
