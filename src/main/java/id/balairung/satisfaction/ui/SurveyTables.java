package id.balairung.satisfaction.ui;

import id.balairung.common.ui.Part;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.Respondent;
import id.balairung.satisfaction.Respondents;
import id.balairung.satisfaction.Responses;
import id.balairung.satisfaction.Sample;
import id.balairung.satisfaction.SurveyReport;
import id.balairung.satisfaction.Surveyed;
import id.balairung.satisfaction.TimeBand;
import id.balairung.satisfaction.Unsur;
import id.balairung.satisfaction.UnsurCode;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A report's tables: paper and workbook are written from the same.
 *
 * @param words the words
 * @param report the report
 */
record SurveyTables(ReportWords words, SurveyReport report) {

    /** Stands before the names of an agency's services. */
    static final String MOVED_IN = "\u2003";

    private static final SheetCell EMPTY = SheetCell.of("");
    private static final int NARROW = 12;
    private static final int WIDE = 44;

    /** What it is about, and the result. */
    SheetTable summary() {
        List<List<SheetCell>> rows = new ArrayList<>();
        rows.add(List.of(SheetCell.of(words.of("mall")), SheetCell.of(report.mall())));
        rows.add(List.of(SheetCell.of(words.of("whose")), SheetCell.of(whose())));
        rows.add(List.of(SheetCell.of(words.of("period")), SheetCell.of(words.period(report.period()))));
        rows.add(List.of(
                SheetCell.of(words.of("from")), SheetCell.of(report.period().from())));
        rows.add(List.of(SheetCell.of(words.of("until")), SheetCell.of(report.until())));
        rows.add(List.of(
                SheetCell.of(words.of("population")),
                SheetCell.of(report.whole().sample().population())));
        rows.add(List.of(
                SheetCell.of(words.of("needed")),
                SheetCell.of(report.whole().sample().needed())));
        rows.add(List.of(
                SheetCell.of(words.of("responses")),
                SheetCell.of(report.whole().sample().responses())));
        rows.add(List.of(SheetCell.of(words.of("ikm")), value(report.ikm())));
        rows.add(List.of(SheetCell.of(words.of("mutu")), mutu(report.ikm())));
        rows.add(List.of(SheetCell.of(words.of("kinerja")), kinerja(report.ikm())));
        remarks().forEach(remark -> rows.add(List.of(SheetCell.of(words.of("remark")), SheetCell.of(remark))));
        sufficient().ifPresent(told -> rows.add(List.of(SheetCell.of(words.of("remark")), SheetCell.of(told))));
        rows.add(List.of(SheetCell.of(words.of("basis")), SheetCell.of(words.of("law"))));
        method().forEach(sentence -> rows.add(List.of(SheetCell.of(words.of("method-of")), SheetCell.of(sentence))));
        rows.add(List.of(SheetCell.of(words.of("publication")), SheetCell.of(words.of("publication.duty"))));
        return new SheetTable(
                words.of("summary"), List.of(column("what", WIDE), column("value", WIDE)), List.copyOf(rows));
    }

    /** What has to be known to read the figures. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (report.provisional()) {
            remarks.add(words.of("provisional", words.day(report.until())));
        }
        Sample sample = report.whole().sample();
        if (sample.population() == 0) {
            remarks.add(words.of("nothing-served"));
        } else if (!sample.sufficient()) {
            remarks.add(words.of("below-sample", words.count(sample.responses()), words.count(sample.needed())));
        }
        if (report.whole().responses().count() > 0 && report.ikm().isEmpty()) {
            remarks.add(words.of("unanswered-unsur"));
        }
        return List.copyOf(remarks);
    }

    /** That there are enough responses, where there are. */
    Optional<String> sufficient() {
        return report.whole().sample().sufficient() ? Optional.of(words.of("sufficient")) : Optional.empty();
    }

    /** How the figures came about. */
    List<String> method() {
        List<String> method = new ArrayList<>(List.of(words.of("method")));
        if (report.whole().responses().versions().size() > 1) {
            method.add(words.of("versions"));
        }
        if (report.agency().isEmpty()) {
            method.add(words.of("pooled"));
        }
        return List.copyOf(method);
    }

    String whose() {
        return report.agency().map(agency -> agency.name()).orElseGet(() -> words.of("every-agency"));
    }

    /** All that comes after the summary, in the order of the paper. */
    List<SheetTable> details() {
        return Stream.of(Stream.of(unsur(), parts(), means()), respondents().stream(), Stream.of(plans(), trend()))
                .flatMap(tables -> tables)
                .toList();
    }

    SheetTable unsur() {
        List<Responses.Found> all = report.whole().responses().unsur(report.asked());
        List<UnsurCode> lowest =
                report.lowest().stream().map(low -> low.found().unsur().code()).toList();
        return new SheetTable(
                words.of("unsur"),
                List.of(
                        column("number", 8),
                        column("unsur-name", WIDE),
                        column("weight", NARROW),
                        column("n", NARROW),
                        column("nrr", NARROW),
                        column("ikm", NARROW),
                        column("mutu", NARROW),
                        column("kinerja", 20),
                        column("lowest", 20)),
                IntStream.range(0, all.size())
                        .mapToObj(place -> {
                            Responses.Found found = all.get(place);
                            Unsur unsur = found.unsur();
                            return List.of(
                                    SheetCell.of(numbered(place)),
                                    SheetCell.of(unsur.name().indonesian()),
                                    SheetCell.of(unsur.weight().toString()),
                                    SheetCell.of(found.answers().count()),
                                    number(found.mean()),
                                    value(found.ikm()),
                                    mutu(found.ikm()),
                                    kinerja(found.ikm()),
                                    lowest.contains(unsur.code()) ? SheetCell.of(words.of("is-lowest")) : EMPTY);
                        })
                        .toList());
    }

    private static String numbered(int place) {
        return "U" + (place + 1);
    }

    /** Services; of the mall its agencies, each followed by its services. */
    SheetTable parts() {
        return new SheetTable(
                words.of(report.agency().isPresent() ? "services" : "agencies"),
                List.of(
                        new SheetColumn(
                                "name",
                                words.of(report.agency().isPresent() ? "service" : "agency-and-service"),
                                List.of(),
                                WIDE),
                        column("population", NARROW),
                        column("needed", NARROW),
                        column("responses", NARROW),
                        column("missing", NARROW),
                        column("ikm", NARROW),
                        column("mutu", NARROW),
                        column("kinerja", 20)),
                flat().map(part -> List.of(
                                SheetCell.of(part.name()),
                                SheetCell.of(part.of().sample().population()),
                                SheetCell.of(part.of().sample().needed()),
                                SheetCell.of(part.of().sample().responses()),
                                SheetCell.of(part.of().sample().missing()),
                                value(part.of().ikm(report.asked())),
                                mutu(part.of().ikm(report.asked())),
                                kinerja(part.of().ikm(report.asked()))))
                        .toList());
    }

    SheetTable means() {
        List<Unsur> all = report.whole().responses().unsur(report.asked()).stream()
                .map(Responses.Found::unsur)
                .toList();
        List<SheetColumn> columns = new ArrayList<>();
        columns.add(new SheetColumn(
                "name", words.of(report.agency().isPresent() ? "service" : "agency-and-service"), List.of(), WIDE));
        columns.add(column("responses", NARROW));
        IntStream.range(0, all.size())
                .forEach(place -> columns.add(
                        new SheetColumn(all.get(place).code().value(), numbered(place), List.of(), NARROW)));
        return new SheetTable(
                words.of("means"),
                columns,
                flat().map(part -> Stream.concat(
                                        Stream.of(
                                                SheetCell.of(part.name()),
                                                SheetCell.of(part.of().sample().responses())),
                                        all.stream().map(unsur -> mean(part.of(), unsur)))
                                .toList())
                        .toList());
    }

    private SheetCell mean(Surveyed part, Unsur unsur) {
        return part.responses().unsur(report.asked()).stream()
                .filter(found -> found.unsur().code().equals(unsur.code()))
                .findAny()
                .map(found -> number(found.mean()))
                .orElse(EMPTY);
    }

    /** A part under its name, those of an agency moved in. */
    private record Part(String name, Surveyed of) {}

    private Stream<Part> flat() {
        return report.whole().parts().stream()
                .flatMap(part -> Stream.concat(
                        Stream.of(new Part(part.name(), part)),
                        part.parts().stream().map(service -> new Part(MOVED_IN + service.name(), service))));
    }

    /** A table for each characteristic. */
    List<SheetTable> respondents() {
        Respondents who = report.respondents();
        return List.of(
                told("sex", Respondent.Sex.values(), who.sex()),
                told("age", Respondent.Age.values(), who.age()),
                told("education", Respondent.Education.values(), who.education()),
                told("occupation", Respondent.Occupation.values(), who.occupation()),
                told("time-band", TimeBand.values(), who.timeBand()));
    }

    private <E extends Enum<E>> SheetTable told(String trait, E[] groups, Map<E, Long> counts) {
        List<List<SheetCell>> rows = new ArrayList<>();
        for (E group : groups) {
            rows.add(row(words.told(trait, group), counts.getOrDefault(group, 0L)));
        }
        long untold = report.respondents().total()
                - counts.values().stream().mapToLong(Long::longValue).sum();
        if (untold > 0) {
            rows.add(row(words.of("untold"), untold));
        }
        return new SheetTable(
                words.trait(trait),
                List.of(
                        new SheetColumn(trait, words.trait(trait), List.of(), 30),
                        column("respondents", NARROW),
                        column("percent", NARROW)),
                List.copyOf(rows));
    }

    private List<SheetCell> row(String group, long count) {
        long total = report.respondents().total();
        return List.of(
                SheetCell.of(group),
                SheetCell.of(count),
                total == 0
                        ? EMPTY
                        : new SheetCell.Number(BigDecimal.valueOf(count)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(BigDecimal.valueOf(total), 1, RoundingMode.HALF_UP)));
    }

    SheetTable plans() {
        List<List<SheetCell>> rows = new ArrayList<>();
        report.lowest().forEach(low -> {
            String unsur = low.found().unsur().name().indonesian();
            SheetCell mean = number(low.found().mean());
            if (low.plans().isEmpty()) {
                rows.add(List.of(
                        SheetCell.of(unsur), mean, SheetCell.of(words.of("no-plan")), EMPTY, EMPTY, EMPTY, EMPTY));
            }
            low.plans()
                    .forEach(plan -> rows.add(List.of(
                            SheetCell.of(unsur),
                            mean,
                            SheetCell.of(
                                    plan.action().isEmpty()
                                            ? words.improve(low.found().unsur(), report.period())
                                            : plan.action()),
                            SheetCell.of(owner(plan)),
                            SheetCell.of(plan.due()),
                            SheetCell.of(words.of("state." + plan.state().name())),
                            SheetCell.of(plan.result()))));
        });
        return new SheetTable(
                words.of("plans"),
                List.of(
                        column("unsur-name", 34),
                        column("nrr", NARROW),
                        column("action", WIDE),
                        column("owner", 30),
                        column("due", 14),
                        column("state", 14),
                        column("result", WIDE)),
                List.copyOf(rows));
    }

    private String owner(SurveyReport.Plan plan) {
        String owner = plan.owner().orElseGet(() -> words.of("no-owner"));
        return report.agency().isPresent()
                ? owner
                : owner + ", " + plan.agency().name();
    }

    SheetTable trend() {
        return new SheetTable(
                words.of("trend"),
                List.of(
                        column("period", 24),
                        column("responses", NARROW),
                        column("ikm", NARROW),
                        column("mutu", NARROW),
                        column("kinerja", 20)),
                report.trend().stream()
                        .map(point -> List.of(
                                SheetCell.of(words.period(point.period())),
                                SheetCell.of(point.responses().count()),
                                value(point.ikm(report.asked())),
                                mutu(point.ikm(report.asked())),
                                kinerja(point.ikm(report.asked()))))
                        .toList());
    }

    private SheetColumn column(String name, int width) {
        return new SheetColumn(name, words.of(name), List.of(), width);
    }

    private SheetCell value(Optional<Ikm> ikm) {
        return ikm.<SheetCell>map(found -> new SheetCell.Number(found.value()))
                .orElseGet(() -> SheetCell.of(words.of("no-ikm")));
    }

    private static SheetCell mutu(Optional<Ikm> ikm) {
        return SheetCell.of(ikm.map(found -> found.mutu().name()).orElse(""));
    }

    private SheetCell kinerja(Optional<Ikm> ikm) {
        return SheetCell.of(
                ikm.map(found -> words.of("kinerja." + found.mutu().name())).orElse(""));
    }

    private static SheetCell number(Optional<BigDecimal> number) {
        return number.<SheetCell>map(SheetCell.Number::new).orElse(EMPTY);
    }
}
