package id.balairung.audit;

import java.util.EnumSet;
import java.util.Set;

/** Kinds that are looked for together. */
public enum AuditGroup {
    /** The head or a mall admin looked at an agency's data. */
    READ_ACROSS(EnumSet.of(AuditKind.READ_ACROSS)),
    /** Signing in and out, and what one does to one's own account. */
    ACCESS(EnumSet.of(
            AuditKind.SIGNED_IN,
            AuditKind.PASSWORD_ACCEPTED,
            AuditKind.SIGN_IN_FAILED,
            AuditKind.SIGN_IN_PAUSED,
            AuditKind.SIGNED_OUT,
            AuditKind.REAUTHENTICATION_FAILED,
            AuditKind.SESSION_ENDED,
            AuditKind.PASSWORD_CHANGED,
            AuditKind.SECOND_FACTOR_ADDED,
            AuditKind.SECOND_FACTOR_REMOVED,
            AuditKind.RECOVERY_CODE_USED,
            AuditKind.RECOVERY_CODES_RENEWED)),
    /** What was refused. */
    REFUSALS(EnumSet.of(AuditKind.REFUSED)),
    /** Accounts, as their admins change them. */
    ACCOUNTS(EnumSet.of(
            AuditKind.PASSWORD_RESET,
            AuditKind.ACCOUNT_CREATED,
            AuditKind.ACCOUNT_CHANGED,
            AuditKind.ACCOUNT_DISABLED,
            AuditKind.ACCOUNT_ENABLED)),
    /** The mall and its agencies. */
    MALL(EnumSet.of(
            AuditKind.AGENCY_CREATED,
            AuditKind.AGENCY_CHANGED,
            AuditKind.AGENCY_SUSPENDED,
            AuditKind.AGENCY_RESUMED,
            AuditKind.MALL_CHANGED,
            AuditKind.CALENDAR_CHANGED)),
    /** Services and when they are open. */
    SERVICES(EnumSet.of(
            AuditKind.SERVICE_CREATED,
            AuditKind.SERVICE_CHANGED,
            AuditKind.SERVICE_DISABLED,
            AuditKind.SERVICE_ENABLED,
            AuditKind.SERVICE_PAUSED,
            AuditKind.SERVICE_REOPENED,
            AuditKind.HOURS_CHANGED)),
    /** Counters. */
    COUNTERS(EnumSet.of(
            AuditKind.COUNTER_CREATED,
            AuditKind.COUNTER_CHANGED,
            AuditKind.COUNTER_DISABLED,
            AuditKind.COUNTER_ENABLED,
            AuditKind.COUNTER_CLOSED,
            AuditKind.OFFICER_ASKED_BACK)),
    /** Calls out of turn and what admins do with tickets. */
    OVERRIDES(EnumSet.of(AuditKind.OVERRIDDEN, AuditKind.CORRECTED)),
    /** Files that came in or went out. */
    FILES(EnumSet.of(AuditKind.IMPORTED, AuditKind.EXPORTED)),
    /** What is done about what visitors said, and the pads by which they say it. */
    SATISFACTION(EnumSet.of(
            AuditKind.COMMENT_TAGGED,
            AuditKind.FOLLOW_UP_OPENED,
            AuditKind.FOLLOW_UP_CHANGED,
            AuditKind.QUESTIONNAIRE_CHANGED,
            AuditKind.PAD_PAIRED,
            AuditKind.PAD_UNPAIRED)),
    /** Personal data shown in clear, or replaced when their time was over. */
    PERSONAL_DATA(EnumSet.of(AuditKind.REVEALED, AuditKind.RETIRED));

    private final Set<AuditKind> kinds;

    AuditGroup(Set<AuditKind> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    /** The kinds. */
    public Set<AuditKind> kinds() {
        return kinds;
    }
}
