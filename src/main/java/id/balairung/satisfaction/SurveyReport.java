package id.balairung.satisfaction;

import id.balairung.agency.AgencySummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a report on the community satisfaction survey carries (Permenpan RB 14/2017), of an agency or of the whole mall. It holds
 * nothing of the moment at which it was read: as long as the same was said and done, it is the same.
 *
 * @param mall the mall's name
 * @param agency whose; empty when the mall's
 * @param period when the services were given
 * @param until the last day counted: the period's last, or today while it goes on
 * @param provisional whether the period goes on, so that its figures may change
 * @param asked all versions of the questionnaire, the first one first
 * @param whole everything together; its parts are the services, of the mall the agencies with theirs
 * @param respondents who answered
 * @param lowest the three unsur with the lowest means, the lowest first
 * @param trend the periods up to this one, the earliest first
 */
public record SurveyReport(
        String mall,
        Optional<AgencySummary> agency,
        SurveyPeriod period,
        LocalDate until,
        boolean provisional,
        List<Questionnaire> asked,
        Surveyed whole,
        Respondents respondents,
        List<LowUnsur> lowest,
        List<TrendPoint> trend) {

    /** The IKM; empty while it can't be told. */
    public Optional<Ikm> ikm() {
        return whole.responses().ikm(asked);
    }

    /**
     * A low unsur and what is done about it.
     *
     * @param found the unsur
     * @param plans what is done, the first deadline first; may be nothing yet
     */
    public record LowUnsur(Responses.Found found, List<Plan> plans) {}

    /**
     * What is done about a low unsur.
     *
     * @param agency whose it is
     * @param action what is to be done; empty while nobody said so
     * @param owner who does it; empty while nobody was asked, or when the account is gone
     * @param due until which day, included
     * @param state where it stands
     * @param result what came of it; empty before that
     */
    public record Plan(
            AgencySummary agency,
            String action,
            Optional<String> owner,
            LocalDate due,
            FollowUpState state,
            String result) {}
}
