package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import java.util.Optional;
import java.util.Set;

/**
 * Which comments are looked for.
 *
 * @param period of services that were given in it
 * @param words a part of the text; empty for any
 * @param tags taken for one of these; empty for any
 * @param service of which service
 * @param score with which score, from 1 to 4
 */
public record CommentFilter(
        SurveyPeriod period, String words, Set<CommentTag> tags, Optional<ServiceId> service, Optional<Integer> score) {

    /** Keeps the tags. */
    public CommentFilter {
        words = words.strip();
        tags = Set.copyOf(tags);
    }

    /** All comments of a period. */
    public static CommentFilter of(SurveyPeriod period) {
        return new CommentFilter(period, "", Set.of(), Optional.empty(), Optional.empty());
    }
}
