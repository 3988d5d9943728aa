package id.balairung.satisfaction;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of the questionnaire, for whoever administers it.
 *
 * @param questionnaire what it asks
 * @param changeable whether it may still be changed: its first month hasn't begun
 * @param madeBy who saved it last; empty for the one that Balairung came with, or when the account is gone
 * @param madeAt when it was saved last, UTC; to be given back with a change
 */
public record QuestionnaireVersion(
        Questionnaire questionnaire, boolean changeable, Optional<String> madeBy, Instant madeAt) {}
