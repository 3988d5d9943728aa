package id.balairung.database;

import org.jspecify.annotations.Nullable;

/** The application cannot start for a reason that a person can mend. The message is one line that says how. */
public final class StartupRefusal extends RuntimeException {

    StartupRefusal(String whatToDo) {
        this(whatToDo, null);
    }

    StartupRefusal(String whatToDo, @Nullable Throwable cause) {
        super(whatToDo, cause);
    }
}
