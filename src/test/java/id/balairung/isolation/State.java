package id.balairung.isolation;

/** How the agency stands whose data is tried: its first officer is at its first counter. */
enum State {
    /** However it stands. */
    ANY,
    /** The counter is closed. */
    CLOSED,
    /** The counter is open, nobody waits. */
    FREE,
    /** The officer has a break. */
    BREAK,
    /** The first service takes nobody. */
    PAUSED,
    /** An alert lasts. */
    ALERT,
    /** Somebody who gave a name waits at the first service. */
    WAITING,
    /** Somebody is called to the counter. */
    CALLED,
    /** Somebody was called as often as the mall asks before a no-show. */
    CALLED_IN_VAIN,
    /** Somebody is served there. */
    SERVING,
    /** Somebody was served there, the counter is free. */
    COMPLETED,
    /** Somebody's ticket is held, the counter free. */
    HELD,
    /** Somebody did not come, the counter is free. */
    NO_SHOW,
    /** The second service is withdrawn, the counter is open. */
    WITHDRAWN,
    /** The second counter is out of use. */
    COUNTER_DISABLED,
    /** The agency takes no part. */
    SUSPENDED,
    /** The mall's calendar has a holiday. */
    HOLIDAY,
    /** There is an officer whom nobody needs. */
    LEAVER,
    /** That officer's account is disabled. */
    LEFT,
    /** That officer has a second factor. */
    SECOND_FACTOR,
    /** That officer is signed in at a screen. */
    SIGNED_IN,
    /** The officer keeps a view of the history. */
    VIEW_KEPT,
    /** Somebody was served there and rated it with 1, with a comment. */
    RATED,
    /** A version of the questionnaire is planned. */
    QUESTIONNAIRE_PLANNED
}
