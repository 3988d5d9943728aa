package id.balairung.audit;

/** What was done. The screen's word for it is under the i18n key {@code audit.kind.} and the constant in kebab case. */
public enum AuditKind {
    /** Somebody signed in. */
    SIGNED_IN,
    /** A sign-in failed: a wrong password, a wrong code, a disabled account. */
    SIGN_IN_FAILED,
    /** A sign-in was not looked at, because too many had failed before. */
    SIGN_IN_PAUSED,
    /** Somebody signed out. */
    SIGNED_OUT,
    /** Somebody who is signed in gave a wrong password or code when asked who sits there. */
    REAUTHENTICATION_FAILED,
    /** A session was ended by somebody else, or by its owner from another one. */
    SESSION_ENDED,
    /** Something was asked for that the role or the agency doesn't allow. */
    REFUSED,
    /** A person changed their own password. */
    PASSWORD_CHANGED,
    /** An admin gave somebody a new initial password. */
    PASSWORD_RESET,
    /** A second factor was set up. */
    SECOND_FACTOR_ADDED,
    /** A second factor was taken away. */
    SECOND_FACTOR_REMOVED,
    /** A person made new recovery codes. */
    RECOVERY_CODES_RENEWED,
    /** A recovery code stood in for the second factor. */
    RECOVERY_CODE_USED,
    /** An account was made. */
    ACCOUNT_CREATED,
    /** An account's name, role, agency or rights were changed. */
    ACCOUNT_CHANGED,
    /** An account was disabled. */
    ACCOUNT_DISABLED,
    /** A disabled account may sign in again. */
    ACCOUNT_ENABLED,
    /** An agency was registered. */
    AGENCY_CREATED,
    /** A right password was given, and a further step was asked for. */
    PASSWORD_ACCEPTED,
    /** An agency's name was changed. */
    AGENCY_CHANGED,
    /** An agency was suspended. */
    AGENCY_SUSPENDED,
    /** A suspended agency takes part again. */
    AGENCY_RESUMED,
    /** The mall's name or rules were changed. */
    MALL_CHANGED,
    /** The opening calendar was changed. */
    CALENDAR_CHANGED,
    /** A service was added. */
    SERVICE_CREATED,
    /** A service's names, standard or quota were changed. */
    SERVICE_CHANGED,
    /** A service was withdrawn. */
    SERVICE_DISABLED,
    /** A withdrawn service is offered again. */
    SERVICE_ENABLED,
    /** A service takes no new tickets for a while. */
    SERVICE_PAUSED,
    /** A paused service takes new tickets again. */
    SERVICE_REOPENED,
    /** Opening hours were changed. */
    HOURS_CHANGED,
    /** A counter was set up. */
    COUNTER_CREATED,
    /** A counter's label, zone or services were changed. */
    COUNTER_CHANGED,
    /** A counter was taken out of use. */
    COUNTER_DISABLED,
    /** A counter is in use again. */
    COUNTER_ENABLED,
    /** An admin closed a counter in its officer's place. */
    COUNTER_CLOSED,
    /** An admin asked an officer back from a break. */
    OFFICER_ASKED_BACK,
    /** A ticket was called out of turn, or an admin acted on it. */
    OVERRIDDEN,
    /** What came of a service, or when it ended, was put right afterwards. */
    CORRECTED,
    /** Rows were imported from a file. */
    IMPORTED,
    /** Rows were exported to a file. */
    EXPORTED,
    /** Personal data was shown in clear. */
    REVEALED,
    /** The head or a mall admin looked at an agency's data. */
    READ_ACROSS,
    /** Personal data whose time was over was replaced. */
    RETIRED,
    /** A rating pad was paired with a counter. */
    PAD_PAIRED,
    /** A rating pad was parted from its counter. */
    PAD_UNPAIRED,
    /** An admin said what a comment of a rating is. */
    COMMENT_TAGGED,
    /** A follow-up of what was said was opened. */
    FOLLOW_UP_OPENED,
    /** A follow-up was changed, finished or opened anew. */
    FOLLOW_UP_CHANGED,
    /** A version of the questionnaire was added, changed or taken out. */
    QUESTIONNAIRE_CHANGED
}
