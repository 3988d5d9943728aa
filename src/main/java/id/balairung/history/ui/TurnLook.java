package id.balairung.history.ui;

import id.balairung.common.ui.Icons;
import id.balairung.history.HistoryEntry;
import id.balairung.history.TurnResult;
import id.balairung.queue.TicketStatus;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a turn's state looks: a badge with icon and word.
 *
 * @param state the name of its pair of colours
 * @param icon its icon
 * @param key the i18n key of its word
 */
record TurnLook(String state, Icons icon, String key) {

    /** Of a turn that goes on, where it stands; of one that has ended, what came of it. */
    static TurnLook of(HistoryEntry turn) {
        if (turn.unsettled()) {
            return new TurnLook("abandoned", Icons.ALERT, "history.unsettled");
        }
        return switch (turn.status()) {
            case WAITING -> new TurnLook("waiting", Icons.CLOCK, "queue.status.waiting");
            case CALLED -> new TurnLook("called", Icons.CALL, "queue.status.called");
            case SERVING -> new TurnLook("serving", Icons.SERVE, "queue.status.serving");
            case HELD -> new TurnLook("held", Icons.HOLD, "queue.status.held");
            default -> of(result(turn));
        };
    }

    static TurnLook of(TurnResult result) {
        return switch (result) {
            case FULFILLED, SERVED -> look("completed", Icons.DONE, result);
            case DOCUMENTS_MISSING, CONSULTATION -> look("waiting", Icons.TASK, result);
            case NOT_POSSIBLE -> look("waiting", Icons.MINUS, result);
            case NO_SHOW -> look("no-show", Icons.NO_SHOW, result);
            case TRANSFERRED -> look("transferred", Icons.TRANSFER, result);
            case ABANDONED -> look("abandoned", Icons.ABANDONED, result);
        };
    }

    private static TurnLook look(String state, Icons icon, TurnResult result) {
        return new TurnLook(state, icon, keyOf(result));
    }

    static String keyOf(TurnResult result) {
        return "history.result." + result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static TurnResult result(HistoryEntry turn) {
        return Arrays.stream(TurnResult.values())
                .filter(result -> result.status() == turn.status())
                .filter(result -> result.status() != TicketStatus.COMPLETED
                        || result.outcome().equals(turn.outcome()))
                .findFirst()
                .orElse(TurnResult.FULFILLED);
    }
}
