package id.balairung.satisfaction.ui;

import id.balairung.common.ui.Icons;
import id.balairung.common.ui.StatusBadge;
import id.balairung.satisfaction.CommentEntry;
import id.balairung.satisfaction.CommentTag;
import java.util.Locale;

/**
 * What is said about comments.
 *
 * @param words the screen's
 */
record CommentWords(SatisfactionWords words) {

    String tag(CommentTag tag) {
        return words.text(
                "satisfaction.tag." + tag.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    StatusBadge badge(CommentTag tag) {
        return switch (tag) {
            case UNREVIEWED -> new StatusBadge("waiting", Icons.CLOCK, tag(tag));
            case PRAISE -> new StatusBadge("completed", Icons.DONE, tag(tag));
            case SUGGESTION -> new StatusBadge("transferred", Icons.NOTE, tag(tag));
            case COMPLAINT -> new StatusBadge("breached", Icons.ALERT, tag(tag));
            case FOLLOW_UP -> new StatusBadge("near", Icons.TASK, tag(tag));
        };
    }

    /** Which service it is about, and when that was given: never at what time. */
    String about(CommentEntry comment) {
        return words.text("satisfaction.comment.about", words.service(comment.service()), words.weekday(comment.day()));
    }
}
