package id.balairung.satisfaction;

import java.util.Map;

/**
 * A filled-in SKM form.
 *
 * @param answers from 1 to 4, by unsur; those left out are missing
 * @param respondent what the person chose to tell
 */
public record SkmForm(Map<UnsurCode, Integer> answers, Respondent respondent) {

    /** Keeps the answers. */
    public SkmForm {
        answers = Map.copyOf(answers);
    }
}
