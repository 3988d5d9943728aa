package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import java.util.List;

/**
 * What an officer may read of one service.
 *
 * @param service which
 * @param ratings quick ratings that were let out; none, or at least five of each month
 * @param responses SKM responses that were let out; none, or at least five of each month. Of a batch's unsur the answers are in it
 *     only if there are at least five
 * @param comments what was written to those ratings, unsigned, in an order that tells nothing; up to {@value #MOST_COMMENTS}
 */
public record OwnService(ServiceId service, Tally ratings, Responses responses, List<String> comments) {

    /** How many comments of a service are told, at most. */
    public static final int MOST_COMMENTS = 200;

    /** Keeps the comments. */
    public OwnService {
        comments = List.copyOf(comments);
    }
}
