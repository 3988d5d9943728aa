package id.balairung.queue.ui;

import id.balairung.common.ui.Icons;
import java.util.Locale;

/** The eight actions, in the order in which the console shows them, each with its key. */
enum ConsoleAction {
    CALL_NEXT(Icons.CALL, "F2"),
    RECALL(Icons.RECALL, "U"),
    SERVE(Icons.SERVE, "F8"),
    COMPLETE(Icons.DONE, "F9"),
    NO_SHOW(Icons.NO_SHOW, "H"),
    HOLD(Icons.HOLD, "T"),
    TRANSFER(Icons.TRANSFER, "A"),
    BREAK(Icons.BREAK, "I");

    private final Icons icon;
    private final String key;

    ConsoleAction(Icons icon, String key) {
        this.icon = icon;
        this.key = key;
    }

    Icons icon() {
        return icon;
    }

    String key() {
        return key;
    }

    /** Whether it stands in the lower row. */
    boolean second() {
        return ordinal() >= NO_SHOW.ordinal();
    }

    /** The i18n key of its name. */
    String text() {
        return "queue.action." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
