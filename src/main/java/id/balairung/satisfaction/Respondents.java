package id.balairung.satisfaction;

import java.util.Map;

/**
 * Who answered, in numbers. Whoever left something out is in none of its groups.
 *
 * @param total how many answered
 * @param sex how many of each sex
 * @param age how many of each age band
 * @param education how many finished each education
 * @param occupation how many of each occupation
 * @param timeBand when they were served
 */
public record Respondents(
        long total,
        Map<Respondent.Sex, Long> sex,
        Map<Respondent.Age, Long> age,
        Map<Respondent.Education, Long> education,
        Map<Respondent.Occupation, Long> occupation,
        Map<TimeBand, Long> timeBand) {}
