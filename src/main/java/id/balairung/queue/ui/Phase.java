package id.balairung.queue.ui;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an officer's counter stands. */
enum Phase {
    /** No counter is open. */
    CLOSED,
    /** Open, and nobody is called or served. */
    READY(ConsoleAction.CALL_NEXT, ConsoleAction.BREAK),
    /** Somebody is called and not there yet. */
    CALLED(
            ConsoleAction.RECALL,
            ConsoleAction.SERVE,
            ConsoleAction.NO_SHOW,
            ConsoleAction.HOLD,
            ConsoleAction.TRANSFER),
    /** Somebody is served. */
    SERVING(ConsoleAction.COMPLETE, ConsoleAction.HOLD, ConsoleAction.TRANSFER),
    /** A break runs. */
    PAUSED(ConsoleAction.BREAK);

    private final Set<ConsoleAction> actions;

    Phase(ConsoleAction... actions) {
        this.actions = EnumSet.noneOf(ConsoleAction.class);
        this.actions.addAll(Set.of(actions));
    }

    /** Whether the action belongs to this phase, though it may be impossible at the moment. */
    boolean knows(ConsoleAction action) {
        return actions.contains(action);
    }

    /** The name for style sheets and the page's {@code data-state}. */
    String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }
}
