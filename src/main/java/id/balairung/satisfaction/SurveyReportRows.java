package id.balairung.satisfaction;

import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what only a report tells: who answered, and what is done about low unsur. */
@Component
class SurveyReportRows {

    private static final String WHO = """
            select sex, age, education, occupation, time_band, count(*) as many from skm_response
            where service_day between :from and :to%s
            group by sex, age, education, occupation, time_band""";

    /** Each task for an unsur belongs to a month: that in which it was low, or for whose report it was planned. */
    private static final String PLANS = """
            select agency_id, unsur, title, owner_id, due, state, result from follow_up
            where unsur in (:codes)%s
              and month between :from and :to
            order by due, agency_id, id""";

    private static final String OWN = " and agency_id = :agency";

    private final JdbcClient jdbc;

    SurveyReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The days of a period. */
    record Span(LocalDate from, LocalDate to) {}

    /** What is done about an unsur. */
    record PlanRow(
            AgencyId agency,
            UnsurCode unsur,
            String action,
            Optional<StaffId> owner,
            LocalDate due,
            FollowUpState state,
            String result) {}

    Respondents respondents(AgencyId agency, Span span) {
        return respondents(OWN, Map.of("agency", agency.toString(), "from", span.from, "to", span.to));
    }

    Respondents respondents(AllAgencies everyAgency, Span span) {
        return respondents("", Map.of("from", span.from, "to", span.to));
    }

    private Respondents respondents(String whose, Map<String, ?> parameters) {
        Map<Respondent.Sex, Long> sex = new EnumMap<>(Respondent.Sex.class);
        Map<Respondent.Age, Long> age = new EnumMap<>(Respondent.Age.class);
        Map<Respondent.Education, Long> education = new EnumMap<>(Respondent.Education.class);
        Map<Respondent.Occupation, Long> occupation = new EnumMap<>(Respondent.Occupation.class);
        Map<TimeBand, Long> bands = new EnumMap<>(TimeBand.class);
        jdbc.sql(WHO.formatted(whose)).params(parameters).query((RowCallbackHandler) row -> {
            count(sex, Respondent.Sex.class, row, "sex");
            count(age, Respondent.Age.class, row, "age");
            count(education, Respondent.Education.class, row, "education");
            count(occupation, Respondent.Occupation.class, row, "occupation");
            count(bands, TimeBand.class, row, "time_band");
        });
        long total = bands.values().stream().mapToLong(Long::longValue).sum();
        return new Respondents(total, sex, age, education, occupation, bands);
    }

    private static <E extends Enum<E>> void count(Map<E, Long> counts, Class<E> kind, ResultSet row, String column)
            throws SQLException {
        @Nullable String told = row.getString(column);
        if (told != null) {
            counts.merge(Enum.valueOf(kind, told), row.getLong("many"), Long::sum);
        }
    }

    List<PlanRow> plans(AgencyId agency, Collection<UnsurCode> unsur, Span span) {
        Map<String, Object> parameters = new HashMap<>(parameters(unsur, span));
        parameters.put("agency", agency.toString());
        return plans(OWN, parameters, unsur);
    }

    List<PlanRow> plans(AllAgencies everyAgency, Collection<UnsurCode> unsur, Span span) {
        return plans("", parameters(unsur, span), unsur);
    }

    private static Map<String, Object> parameters(Collection<UnsurCode> unsur, Span span) {
        return Map.of("codes", unsur.stream().map(UnsurCode::value).toList(), "from", span.from, "to", span.to);
    }

    private List<PlanRow> plans(String whose, Map<String, Object> parameters, Collection<UnsurCode> unsur) {
        return unsur.isEmpty()
                ? List.of()
                : jdbc.sql(PLANS.formatted(whose))
                        .params(parameters)
                        .query((row, number) -> new PlanRow(
                                new AgencyId(UUID.fromString(row.getString("agency_id"))),
                                new UnsurCode(row.getString("unsur")),
                                row.getString("title"),
                                Optional.ofNullable(row.getString("owner_id"))
                                        .map(UUID::fromString)
                                        .map(StaffId::new),
                                row.getObject("due", LocalDate.class),
                                FollowUpState.valueOf(row.getString("state")),
                                row.getString("result")))
                        .list();
    }
}
