package id.balairung.satisfaction;

/** What an agency's admin took a comment for. */
public enum CommentTag {
    /** Nobody looked at it yet. */
    UNREVIEWED,
    /** Praise. */
    PRAISE,
    /** A suggestion. */
    SUGGESTION,
    /** A complaint. */
    COMPLAINT,
    /** Something is done about it. */
    FOLLOW_UP
}
