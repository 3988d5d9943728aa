package id.balairung.security;

import java.util.List;
import java.util.UUID;

/**
 * The sessions of whoever is signed in. Implemented by the module that keeps them.
 *
 * <p>Only this node's are known. With several nodes each would have to tell of its own in a table that all read, and the
 * events that end sessions ({@link StaffAccessChanged}, {@link StaffDisabled}, {@link StaffSessionsEnded}) would have to reach
 * every node, as the feed's do by the database.
 */
public interface StaffSessions {

    /** One's own sessions, the present one first, then the one used last. */
    List<StaffSession> own();

    /**
     * Ends one of one's own sessions; nothing happens when there is none by that key any more, or it is somebody else's.
     *
     * @param key its key
     * @return whether there was one
     */
    boolean end(UUID key);

    /**
     * Ends all of one's own sessions but the present one.
     *
     * @return how many
     */
    int endOthers();
}
