package id.balairung.satisfaction;

import id.balairung.common.StoredMoment;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the questionnaire. They are the mall's, and no agency's data. */
@Component
class QuestionnaireRows {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    QuestionnaireRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, the first version first. */
    List<Questionnaire> all(AllAgencies everyAgency) {
        Map<Integer, List<Unsur>> unsur = new TreeMap<>();
        jdbc.sql("select * from questionnaire_unsur order by version, place")
                .query((row, number) -> unsur.computeIfAbsent(row.getInt("version"), version -> new ArrayList<>())
                        .add(unsur(row)))
                .list();
        return jdbc.sql("select version, valid_from from questionnaire order by version")
                .query((row, number) -> new Questionnaire(
                        row.getInt("version"),
                        row.getObject("valid_from", LocalDate.class),
                        unsur.getOrDefault(row.getInt("version"), List.of())))
                .list();
    }

    /** Who saved a version last, and when. */
    record Made(Instant at, Optional<StaffId> by) {}

    /** Who saved each version. */
    Map<Integer, Made> made(AllAgencies everyAgency) {
        Map<Integer, Made> made = new HashMap<>();
        jdbc.sql("select version, made_at, made_by from questionnaire")
                .query((row, number) -> made.put(
                        row.getInt("version"),
                        new Made(
                                StoredMoment.in(row, "made_at").orElseThrow(),
                                Optional.ofNullable(row.getString("made_by"))
                                        .map(UUID::fromString)
                                        .map(StaffId::new))))
                .list();
        return made;
    }

    /** All of them, held until the transaction ends: changes come one after the other. */
    List<Questionnaire> lock(AllAgencies everyAgency) {
        jdbc.sql("select version from questionnaire order by version for update")
                .query(Integer.class)
                .list();
        return all(everyAgency);
    }

    private Unsur unsur(ResultSet row) throws SQLException {
        List<String> indonesian = json.readValue(row.getString("answers_id"), TEXTS);
        List<String> english = json.readValue(row.getString("answers_en"), TEXTS);
        return new Unsur(
                new UnsurCode(row.getString("code")),
                new Weight(row.getInt("weight_numerator"), row.getInt("weight_denominator")),
                new Unsur.Words(row.getString("name_id"), row.getString("name_en")),
                new Unsur.Words(row.getString("question_id"), row.getString("question_en")),
                IntStream.range(0, Unsur.ANSWERS)
                        .mapToObj(answer -> new Unsur.Words(indonesian.get(answer), english.get(answer)))
                        .toList());
    }

    void insert(AllAgencies everyAgency, Questionnaire version, StaffId by, Instant at) {
        jdbc.sql("insert into questionnaire (version, valid_from, made_at, made_by) values (?, ?, ?, ?)")
                .params(
                        version.version(),
                        version.validFrom(),
                        StoredMoment.of(at),
                        by.value().toString())
                .update();
        for (int place = 1; place <= version.unsur().size(); place++) {
            insert(version.version(), place, version.unsur().get(place - 1));
        }
    }

    private void insert(int version, int place, Unsur unsur) {
        jdbc.sql("""
                        insert into questionnaire_unsur (version, code, place, weight_numerator, weight_denominator, name_id, name_en,
                          question_id, question_en, answers_id, answers_en)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        version,
                        unsur.code().value(),
                        place,
                        unsur.weight().numerator(),
                        unsur.weight().denominator(),
                        unsur.name().indonesian(),
                        unsur.name().english(),
                        unsur.question().indonesian(),
                        unsur.question().english(),
                        json.writeValueAsString(unsur.answers().stream()
                                .map(Unsur.Words::indonesian)
                                .toList()),
                        json.writeValueAsString(unsur.answers().stream()
                                .map(Unsur.Words::english)
                                .toList()))
                .update();
    }

    /** Takes a version out that nobody answered. */
    void delete(AllAgencies everyAgency, int version) {
        jdbc.sql("delete from questionnaire_unsur where version = ?")
                .param(version)
                .update();
        jdbc.sql("delete from questionnaire where version = ?").param(version).update();
    }
}
