package id.balairung.satisfaction;

import java.util.List;
import java.util.Optional;

/**
 * Something whose users were asked: a service, an agency or the mall.
 *
 * @param name what it is called
 * @param responses what was answered, pooled
 * @param sample how many responses of how many services
 * @param parts what it is made of; a service has none
 */
public record Surveyed(String name, Responses responses, Sample sample, List<Surveyed> parts) {

    /** Its IKM; empty while it can't be told. */
    public Optional<Ikm> ikm(List<Questionnaire> asked) {
        return responses.ikm(asked);
    }
}
